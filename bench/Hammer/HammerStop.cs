namespace OrleansMixi.Hammer;

/// <summary>Ends a run that cannot say anything about the server; the message says what to change.</summary>
internal sealed class HammerStop(string message, int exitCode = ExitCodes.Unusable) : Exception(message)
{
    public int ExitCode => exitCode;
}
