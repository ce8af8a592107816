namespace OrleansMixi.Demo;

/// <summary>The people of the demo town; in Development a visitor may be one of them with a click.</summary>
internal static class DemoMembers
{
    /// <summary>Handles and nicknames.</summary>
    public static IReadOnlyList<(string Handle, string Nickname, string Introduction)> All { get; } =
    [
        ("hanako", "はなこ", "港のそばでパン屋をしています。朝は早いです。"),
        ("taro", "たろう", "自転車と釣りと、夕方のビール。"),
        ("yuki", "ゆき🌊", "Illustrator. I draw the harbour cats."),
        ("kenji", "けんじ", "町の電車の運転士です。"),
        ("emma", "Emma", "Moved to Minato last spring, learning Japanese with my neighbours."),
        ("leo", "Leo", "Plays the trumpet at the Saturday market."),
    ];

    /// <summary>The handles.</summary>
    public static IReadOnlyList<string> Handles { get; } = [.. All.Select(member => member.Handle)];
}
