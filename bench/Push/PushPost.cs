using System.Globalization;

namespace OrleansMixi.Push;

/// <summary>A post of the load. Its text says whose it is, its place among the author's posts and when it was due, so that the receiver can check it by itself.</summary>
internal readonly record struct PushPost(int Author, int Sequence, long DueMicroseconds)
{
    private const string Talk = " the ferry is late again and the harbour smells of rain; the kettle is on";
    private const int AuthorDigits = 5;
    private const int SequenceDigits = 8;
    private const int DueDigits = 12;

    /// <summary>What stands before the digits, once in each post.</summary>
    public static ReadOnlySpan<byte> Mark => "\"text\":\"p"u8;

    /// <summary>Bytes from the mark to the end of the digits.</summary>
    public static int Length => Mark.Length + AuthorDigits + SequenceDigits + DueDigits;

    /// <summary>The text: the same length for all.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"p{Author:D5}{Sequence:D8}{DueMicroseconds:D12}{Talk}");

    /// <summary>Reads the digits behind the mark.</summary>
    public static PushPost Read(ReadOnlySpan<byte> digits) => new(
        (int)Number(digits[..AuthorDigits]),
        (int)Number(digits.Slice(AuthorDigits, SequenceDigits)),
        Number(digits.Slice(AuthorDigits + SequenceDigits, DueDigits)));

    private static long Number(ReadOnlySpan<byte> digits)
    {
        var number = 0L;
        foreach (var digit in digits)
        {
            number = (number * 10) + digit - '0';
        }

        return number;
    }
}
