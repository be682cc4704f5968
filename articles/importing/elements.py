"""What the elements of HTML are to a reader of the page."""

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
"""Each begins a line of its own."""
HIDDEN = frozenset(
    [
        "iframe",
        "noscript",
        "object",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
    ]
)
"""Nothing inside them is text of the page."""
EMPTY = frozenset(
    [
        "area",
        "base",
        "basefont",
        "bgsound",
        "br",
        "col",
        "embed",
        "frame",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
"""They have no end."""
ENDED_BY_OTHERS = frozenset(
    [
        "body",
        "dd",
        "dt",
        "head",
        "html",
        "li",
        "optgroup",
        "option",
        "p",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
    ]
)
"""Their end may be left out: the next of them, or the end of what holds them, ends them."""
PROSE = frozenset(["blockquote", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "pre", "td"])
"""Text in them runs on from one inline element to the next."""
PARTS = {
    "h1": "title",
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("figure", "figcaption"), "caption"),
    **dict.fromkeys(("nav", "aside", "footer", "button", "dialog"), "outside"),
}
"""Elements that tell what part of a page their text is."""
