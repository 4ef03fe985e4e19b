// How pdf.js shows a page: drawn on a canvas, with its form fields as inputs above it.
import * as pdfjs from "/legacy/build/pdf.min.mjs";

globalThis.pdfjsLib = pdfjs;
pdfjs.GlobalWorkerOptions.workerSrc = "/legacy/build/pdf.worker.min.mjs";
const { SimpleLinkService } = await import("/legacy/web/pdf_viewer.mjs");

/** Show the pages of a PDF below each other; return its text, what its fields hold, and each input. */
export async function show(address) {
  const pdf = await pdfjs.getDocument({ url: address, isEvalSupported: false }).promise;
  const fields = {};
  for (const [name, parts] of Object.entries((await pdf.getFieldObjects()) ?? {})) {
    fields[name] = parts.map((part) => part.value).find((value) => value !== undefined) ?? null;
  }
  const text = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    text.push((await page.getTextContent()).items.map((item) => item.str).join(" "));
    await draw(page, pdf.annotationStorage, await pdf.getFieldObjects());
  }
  const inputs = [...document.querySelectorAll(".annotationLayer :is(input, textarea, select)")];
  return { fields, text: text.join("\n"), inputs: inputs.map(state) };
}

function state(input) {
  const { x, y, width, height } = input.getBoundingClientRect();
  const { name, type, value, checked, title } = input;
  return { name, type, value, checked, title, place: { x: x + scrollX, y: y + scrollY, width, height } };
}

async function draw(page, annotationStorage, fieldObjects) {
  const viewport = page.getViewport({ scale: 1 });
  const sheet = document.body.appendChild(document.createElement("div"));
  sheet.className = "page";
  sheet.style.cssText = `position: relative; width: ${viewport.width}px; height: ${viewport.height}px; --total-scale-factor: 1; --scale-round-x: 1px; --scale-round-y: 1px`;
  const canvas = sheet.appendChild(document.createElement("canvas"));
  Object.assign(canvas, { width: viewport.width, height: viewport.height });
  const annotationMode = pdfjs.AnnotationMode.ENABLE_FORMS;
  await page.render({ canvas, viewport, annotationMode }).promise;
  const div = sheet.appendChild(document.createElement("div"));
  div.className = "annotationLayer";
  const linkService = new SimpleLinkService();
  const layer = new pdfjs.AnnotationLayer({ div, page, viewport, annotationStorage, linkService });
  const annotations = await page.getAnnotations({ intent: "display" });
  await layer.render({
    annotations, annotationStorage, div, fieldObjects, linkService, page, viewport,
    enableScripting: false, renderForms: true,
  });
}
