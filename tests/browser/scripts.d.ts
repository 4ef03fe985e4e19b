/** What the scripts of the site give each other; read by the TypeScript compiler only. */

/** What `keep.js` gives the other scripts. */
interface Curriculum {
  /** Every element that a selector finds, in the page's order. */
  all(selector: string, within?: ParentNode): any[];
  /** The first element that a selector finds, or null. */
  one(selector: string, within?: ParentNode): any;
  /** What was kept in this browser under a key. */
  get(key: string, otherwise?: any): any;
  /** Keep a value, or forget it with null; says whether it was kept. */
  set(key: string, value: any): boolean;
  /** A new element with its properties and children. */
  make(tag: string, properties?: object, ...children: (Node | string)[]): any;
  /** Offer a text as a download. */
  save(name: string, text: string, type?: string): void;
  /** Bring the page's bar to life; gives back how to say something in it. */
  bar(what: {
    kind: string;
    of: string;
    name: string;
    read: () => any;
    write: (value: any) => void;
  }): (words: string, bad?: boolean) => void;
  /** The page's address below the site's root. */
  page: string;
  /** The site's root. */
  root: URL;
  /** The address of a page that was kept. */
  at(url: string): string;
  /** What `sixty-files.js` and `sixty.js` give the page for 360 feedback. */
  sixty: Sixty;
}

/** A file of a 360 that was read and found whole. */
interface SixtyFile {
  kind: string;
  /** Which invitation it belongs to. */
  round: string;
  /** What it holds: see the shapes in `sixty-files.js`. */
  value: any;
}

/** One rater's answers. */
interface SixtyAnswer {
  id?: string;
  /** The place of the rater's kind among those that the sheet offers. */
  kind: number;
  marks: Record<string, number>;
  texts?: Record<string, string>;
}

/** What may be shown of one statement. */
interface SixtyCell {
  n: number;
  /** How many chose each point. */
  counts: number[];
  mean: number;
  low: number;
  high: number;
}

/** Everything that may be shown of a round; null is what may not. */
interface SixtySums {
  count: number;
  /** How many answers are in no figure. */
  left: number;
  /** The kinds that stand apart. */
  kinds: { kind: number; count: number }[];
  areas: {
    items: {
      name: string;
      self: number | null;
      others: SixtyCell | null;
      kinds: (SixtyCell | null)[];
    }[];
    self: number | null;
    others: number | null;
    kinds: (number | null)[];
  }[];
}

interface Sixty {
  /** A value that nobody can guess and that says nothing. */
  chance(): string;
  /** Save a file of a kind; gives back its name. */
  write(name: string, kind: string, round: string, value: object): string;
  /** Read a file, or throw an error that says what is wrong with it. */
  read(file: File): Promise<SixtyFile>;
  /** What is marked and written in the fields of a role. */
  filled(role: string): { kind: number; marks: Record<string, number>; texts: Record<string, string> };
  /** A day as people write it. */
  dayWords(day: string): string;
  /** The kinds of rater, in the words of the sheet. */
  options: string[];
  /** Choose files with a button of a part of the page. */
  opens(part: any, take: (files: File[], button: any) => void): void;
}

interface Window {
  /** Words of the page's language, from `said.js`: by their id, with their values. */
  said: {
    (id: string, values?: Record<string, any>): string;
    /** The same as parts of a line, where elements are among the values. */
    parts(id: string, values: Record<string, any>): any[];
  };
  /** The search of the copy that opens from files; Pagefind's interface. */
  curriculumOffline?: any;
  curriculum: Curriculum;
  curriculumSixty: {
    sum(
      answers: SixtyAnswer[],
      self: Record<string, number> | null,
      areas: string[][],
      kinds: number,
    ): SixtySums | null;
    shuffled(texts: string[]): string[];
  };
}
