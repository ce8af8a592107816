using System.Globalization;

namespace OrleansMixi.Posts;

/// <summary>The bounds of a post's parts; both the edge and the grains ask here.</summary>
public static class PostRules
{
    /// <summary>How long others see a fleeting post.</summary>
    public static readonly TimeSpan FleetingFor = TimeSpan.FromHours(24);

    /// <summary>The longest title, in text elements.</summary>
    public const int MaxTitle = 200;

    /// <summary>The longest link, in characters.</summary>
    public const int MaxLink = 2_000;

    /// <summary>The longest language tag, in characters.</summary>
    public const int MaxLanguage = 35;

    /// <summary>The longest idempotency key, in characters.</summary>
    public const int MaxKey = 64;

    /// <summary>A text element (what a reader counts as one character) holds at most this many UTF-16 units on average.</summary>
    private const int UnitsPerElement = 16;

    /// <summary>The longest text of a form, in text elements.</summary>
    public static int MaxText(PostForm form) => form switch
    {
        PostForm.Voice => 150,
        PostForm.News => 2_000,
        PostForm.Comment => 1_000,
        PostForm.Share or PostForm.Friendship => 0,
        PostForm.Topic or PostForm.Event => 10_000,
        PostForm.Poll => 500,
        _ => 30_000,
    };

    /// <summary>The most pictures of a form.</summary>
    public static int MaxPictures(PostForm form) => form switch
    {
        PostForm.Voice => 1,
        PostForm.Diary => 10,
        PostForm.Album => 4,
        _ => 0,
    };

    /// <summary>Throws unless everything in the draft is within its bounds.</summary>
    public static void Check(PostDraft draft)
    {
        Text("text", draft.Text, MaxText(draft.Form));
        Pictures(draft.Media, draft.Form);
        if (draft.Text.Trim().Length == 0 && draft.Form != PostForm.Share && draft.Media is not { Count: > 0 })
        {
            throw Errors.Invalid("text", "'text' is empty; write something, or give a picture.");
        }

        Text("title", draft.Title, MaxTitle);
        CheckTail(draft);
    }

    /// <summary>Throws unless an edit's text fits the form of the post.</summary>
    public static void Check(PostEdit edit, PostForm form)
    {
        Text("text", edit.Text, MaxText(form));
        if (form == PostForm.Friendship)
        {
            throw Errors.Forbidden("That two became friends is not edited; delete it.");
        }

        Pictures(edit.Pictures, form);
        if (edit.Text is not null && edit.Text.Trim().Length == 0 && edit.Pictures is not { Count: > 0 })
        {
            throw Errors.Invalid("text", "'text' is empty; to take a post back delete it.");
        }

        if (edit.Text is null && edit.Audience is null && edit.Media is null && edit.Pictures is null)
        {
            throw Errors.Invalid("text", "Nothing to change: give 'text', 'audience' or 'media'.");
        }
    }

    /// <summary>Throws if a language is given and is no tag of BCP 47's letters, digits and hyphens.</summary>
    public static void Language(string? tag)
    {
        if (tag is not null && (tag.Length is 0 or > MaxLanguage || !tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')))
        {
            throw Errors.Invalid("language", "'language' is not a language tag such as 'ja' or 'pt-BR'.");
        }
    }

    /// <summary>Throws if a text is longer than its limit or holds what a database can't store.</summary>
    public static void Text(string field, string? text, int limit)
    {
        if (text is null)
        {
            return;
        }

        // Counting text elements is linear but slow: a megabyte is refused by its length alone.
        if (text.Length > limit * UnitsPerElement)
        {
            throw Errors.TextTooLong(field, text.Length, limit);
        }

        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\0')
            {
                throw Errors.Invalid(field, $"'{field}' holds the character U+0000; remove it.");
            }

            if (char.IsSurrogate(c) && !(char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
            {
                throw Errors.Invalid(field, $"'{field}' holds half of a surrogate pair; send whole characters.");
            }
        }

        var elements = text.Length <= limit ? 0 : new StringInfo(text).LengthInTextElements;
        if (elements > limit)
        {
            throw Errors.TextTooLong(field, elements, limit);
        }
    }

    /// <summary>Throws if a form has fewer pictures than these, or one stands twice.</summary>
    public static void Pictures(IReadOnlyList<long>? media, PostForm form)
    {
        var most = MaxPictures(form);
        if (media is not null && media.Count > most)
        {
            throw Errors.Invalid("media", most == 0 ? "A post of this kind has no pictures." : $"A post of this kind has at most {most} pictures; this one has {media.Count}.");
        }

        if (media is not null && media.Distinct().Count() < media.Count)
        {
            throw Errors.Invalid("media", "'media' names a picture twice.");
        }
    }

    private static void CheckTail(PostDraft draft)
    {
        if (draft.Link is { } link && (link.Length > MaxLink || !Uri.TryCreate(link, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")))
        {
            throw Errors.Invalid("link", $"'link' is not an http or https address of at most {MaxLink} characters.");
        }

        Text("link", draft.Link, MaxLink);
        Language(draft.Language);
        if (draft.Key is { } key && (key.Length is 0 or > MaxKey || !key.All(c => c is > ' ' and <= '~')))
        {
            throw Errors.Invalid("Idempotency-Key", $"The key has 1 to {MaxKey} visible ASCII characters.");
        }
    }
}
