using System.Text;

namespace OrleansMixi.Archive;

public sealed class TextTests
{
    [Theory]
    [InlineData("<p>a</p><p>b<br>c</p>", "a\n\nb\nc")]
    [InlineData("plain &amp; <b>bold</b>\n  text", "plain & bold text")]
    [InlineData("<ul><li>one</li><li>two</li></ul>after", "・one\n・two\n\nafter")]
    [InlineData("<script>x</script><style>y</style>z<template>t</template>", "z")]
    [InlineData("a<img src=x onerror=alert(1)>b", "ab")]
    [InlineData("", "")]
    public void HTML_becomes_text_with_its_paragraphs(string html, string text) => Assert.Equal(text, HtmlText.Plain(html, 1_000));

    [Theory]
    [InlineData("<p>a*b_c # d</p><p>1<br>2</p>", "a\\*b\\_c \\# d\n\n1\\\n2")]
    [InlineData("<h2>T</h2><ul><li>one</li><li>two</li></ul>", "## T\n\n- one\n- two")]
    [InlineData("<a href='https://example.org/a_b'>x_y</a> https://example.org/c_d", "[x\\_y](<https://example.org/a_b>) https://example.org/c_d")]
    [InlineData("<a href='javascript:alert(1)'>x</a>", "x")]
    [InlineData("&lt;script&gt;", "\\<script\\>")]
    public void HTML_becomes_Markdown_that_shows_the_same_text(string html, string text) => Assert.Equal(text, HtmlText.Markdown(html, 1_000));

    [Fact]
    public void Deeply_nested_HTML_is_read_without_end_of_the_stack() =>
        Assert.Equal("x", HtmlText.Plain(string.Concat(Enumerable.Repeat("<div>", 5_000)) + "x", 1_000));

    [Fact]
    public async Task Lines_are_read_whole_and_one_that_is_too_long_is_passed_over()
    {
        var lines = new List<string?>();
        await foreach (var line in LineReader.Read(new MemoryStream(Encoding.UTF8.GetBytes($"one\n\n{new string('x', 300_000)}\ntwo\n{new string('y', 70_000)}")), 100_000))
        {
            lines.Add(line is null ? null : Encoding.UTF8.GetString(line));
        }

        Assert.Equal(["one", "", null, "two", new string('y', 70_000)], lines);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task Activities_are_found_however_the_document_comes(int step)
    {
        var json = """{"a":{"orderedItems":[1]},"orderedItems" : [ {"x":[1,{"y":"]"}]} , "text", {} ], "b":2}""";
        var items = new List<string>();
        await foreach (var item in new OutboxItems(1_000).Read(new SlowStream(Encoding.UTF8.GetBytes(json), step)))
        {
            items.Add(Encoding.UTF8.GetString(item));
        }

        Assert.Equal(["""{"x":[1,{"y":"]"}]}""", "\"text\"", "{}"], items);
    }
}
