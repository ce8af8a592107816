namespace OrleansMixi;

/// <summary>The numbers of log messages, a block of a hundred per slice.</summary>
public static class EventIds
{
    public const int LogUnavailable = 100;
    public const int LogSplit = 101;
    public const int LogRefused = 102;
    public const int TailReadFailed = 103;
    public const int DoorbellLost = 104;

    public const int CheckpointFailed = 105;

    public const int BatchFailed = 106;

    public const int ShardStarted = 200;
    public const int ShardAnew = 201;
    public const int ShardHole = 202;
    public const int ShardLoadFailed = 203;
    public const int GatewayLost = 204;
    public const int ShardStreamFailed = 205;

    public const int LiveRejoin = 300;
    public const int LiveSlowReader = 301;
    public const int LiveFailed = 302;
    public const int LiveRenewFailed = 303;

    public const int NoticeLost = 310;

    public const int ReactionsFailed = 700;
    public const int DiaryFailed = 720;

    public const int NotificationsFailed = 720;
    public const int NotificationsAway = 721;

    public const int NewsRead = 400;
    public const int NewsFailed = 401;

    public const int DemoFilled = 500;
    public const int DemoFailed = 501;

    public const int Unexpected = 600;

    public const int SweepFailed = 1000;
    public const int MessagesRefused = 1300;
    public const int FootprintSweepFailed = 1310;
    public const int LeavingFailed = 2000;
    public const int MailFailed = 2001;
    public const int MailRefused = 2002;
    public const int MailGivenUp = 2003;
    public const int MailWorkFailed = 2004;
    public const int ModerationFailed = 2005;
    public const int ArchiveDone = 1100;
    public const int ArchiveFailed = 1101;
    public const int BlogRead = 1102;
    public const int BlogFailed = 1103;
}
