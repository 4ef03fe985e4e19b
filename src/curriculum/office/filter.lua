-- What pandoc is told about our HTML: which words are footnotes, and that lists in boxes look like boxes.

function Span(span)
  if span.classes:includes("footnote-text") then
    return pandoc.Note({ pandoc.Para(span.content) })
  end
end

local function styled(items, style)
  return items:map(function(blocks)
    return { pandoc.Div(blocks, pandoc.Attr("", {}, { ["custom-style"] = style })) }
  end)
end

function Div(div)
  local style = div.attributes["custom-style"]
  if style == "Callout" or style == "Facilitator note" or style == "Your city" then
    return div:walk({
      BulletList = function(list) list.content = styled(list.content, style); return list end,
      OrderedList = function(list) list.content = styled(list.content, style); return list end,
    })
  end
end
