"""The lines that a reader of a page sees, and what part of it they are."""

import pytest

from articles.importing.visible import visible_page


@pytest.mark.parametrize(
    ("fragment", "lines"),
    [
        ("<p>One</p><p>Two", ["One", "Two"]),
        ("<p>One<br>Two<hr>Three</p>", ["One", "Two", "Three"]),
        # in a paragraph elements may part a word, in a row of labels they part words
        ("<p><span>Wo</span><span>rd</span></p>", ["Word"]),
        ("<div><span>10:15</span><span>1240 views</span></div>", ["10:15 1240 views"]),
        ("<div><a href='/a'>News</a><a href='/b'>Sport</a></div>", ["News Sport"]),
        # the number of a note is none of the number before it
        ("<p>in 2013<sup>1</sup> it took 40 m<sup>3</sup></p>", ["in 2013¹ it took 40 m³"]),
        ("<pre>One\nTwo</pre>", ["One", "Two"]),
        ("<p>One\nTwo</p>", ["One Two"]),
        # entities once
        ("<p>A &amp;lt; B</p>", ["A &lt; B"]),
        # head and hidden elements that never end
        ("<head><title>T</title><style>p{}</style><body>One", ["One"]),
        ("<select><option>x<option>y</select>One", ["One"]),
        ("<div>One<!-- Two --><script>Three</script></div>", ["One"]),
    ],
)
def test_visible_lines(fragment, lines):
    assert [line.text for line in visible_page("a.html", fragment).lines] == lines


@pytest.mark.parametrize(
    ("fragment", "part"),
    [
        ("<h1>x</h1>", "title"),
        ("<article><h3>x</h3></article>", "heading"),
        ("<figure><figcaption><p>x</p></figcaption></figure>", "caption"),
        ("<nav><ul><li>x</ul></nav>", "outside"),
        ("<div><a href='/a'>x</a> | <a href='/b'>y</a></div>", "links"),
        ("<div>Share <a href='#'>x</a></div>", "links"),
        ("<div>By <a href='/a'>x</a> and <a href='/b'>y</a></div>", ""),
        ("<p>x</p>", ""),
    ],
)
def test_parts(fragment, part):
    assert visible_page("a.html", fragment).lines[0].part == part
