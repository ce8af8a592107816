using System.Buffers;
using System.Net;
using System.Threading.Channels;
using MimeKit;
using OrleansMixi.Hosting;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace OrleansMixi.Mail;

/// <summary>A real mail server on a free port that keeps what it takes; it can be told what to answer first.</summary>
internal sealed class SmtpInbox : IMessageStore, IAsyncDisposable
{
    public const string User = "postman";
    public const string Password = "stamp and seal";

    private readonly Channel<MimeMessage> _came = Channel.CreateUnbounded<MimeMessage>();
    private readonly Queue<SmtpResponse> _first = new();
    private CancellationTokenSource? _stop;
    private Task _running = Task.CompletedTask;

    public int Port { get; } = TownProcess.FreePort();

    /// <summary>Messages that were offered, taken or not.</summary>
    public int Offered { get; private set; }

    /// <summary>Answers the next message so instead of taking it.</summary>
    public void AnswerFirst(SmtpResponse response) => _first.Enqueue(response);

    public void Start()
    {
        var options = new SmtpServerOptionsBuilder().ServerName("localhost")
            .Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port)).AuthenticationRequired().AllowUnsecureAuthentication())
            .Build();
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add(this);
        services.Add(new DelegatingUserAuthenticator((user, password) => user == User && password == Password));
        _stop = new();
        _running = new SmtpServer.SmtpServer(options, services).StartAsync(_stop.Token);
    }

    /// <summary>The next mail that comes.</summary>
    public async Task<MimeMessage> Next() => await _came.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    public Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        Offered++;
        if (_first.TryDequeue(out var answer))
        {
            return Task.FromResult(answer);
        }

        using var bytes = new MemoryStream(buffer.ToArray());
        _came.Writer.TryWrite(MimeMessage.Load(bytes, cancellationToken));
        return Task.FromResult(SmtpResponse.Ok);
    }

    public async ValueTask DisposeAsync()
    {
        if (_stop is not null)
        {
            await _stop.CancelAsync();
            await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _stop.Dispose();
        }
    }
}
