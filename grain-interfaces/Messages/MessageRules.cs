using OrleansMixi.Posts;

namespace OrleansMixi.Messages;

/// <summary>The bounds of messages; both the edge and the grains ask here.</summary>
public static class MessageRules
{
    /// <summary>The longest message, in text elements.</summary>
    public const int MaxText = 2_000;

    /// <summary>The longest title of a group, in text elements.</summary>
    public const int MaxTitle = 60;

    /// <summary>Throws unless the draft holds either words or a known stamp, within bounds.</summary>
    public static void Check(MessageDraft draft)
    {
        if (draft.Text is not null && draft.Stamp is not null)
        {
            throw Errors.Invalid("stamp", "Give either 'text' or 'stamp', not both.");
        }

        if (draft.Stamp is { } stamp && !Stamps.All.Contains(stamp))
        {
            throw Errors.Invalid("stamp", $"There is no such stamp; choose one of {string.Join(", ", Stamps.All)}.");
        }

        if (draft.Stamp is null && string.IsNullOrWhiteSpace(draft.Text))
        {
            throw Errors.Invalid("text", "'text' is empty; write something, or give a 'stamp'.");
        }

        PostRules.Text("text", draft.Text, MaxText);
        Key(draft.Key);
    }

    /// <summary>Throws unless an idempotency key is well-formed.</summary>
    public static void Key(string? key)
    {
        if (key is not null && (key.Length is 0 or > PostRules.MaxKey || !key.All(c => c is > ' ' and <= '~')))
        {
            throw Errors.Invalid("Idempotency-Key", $"The key has 1 to {PostRules.MaxKey} visible ASCII characters.");
        }
    }
}
