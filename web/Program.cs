using OrleansMixi.Accounts;
using OrleansMixi.Commands;
using OrleansMixi.Hosting;
using OrleansMixi.Log;
using OrleansMixi.Pages;
using OrleansMixi.Presence;
using OrleansMixi.Storage;

if (await CommandLine.TryRun(args) is { } exitCode)
{
    return exitCode;
}

var builder = WebApplication.CreateBuilder(args);
builder.AddMixiDefaults();
var database = DatabaseLocation.Find(builder.Configuration);
var log = builder.Configuration.GetSection("Mixi:Log").Get<LogOptions>() ?? new();
var shape = await Migrator.Migrate(database, log.Queues, log.Shards);
var demo = builder.Environment.IsDevelopment() && builder.Configuration.GetValue<bool>("Mixi:Demo");
builder.Services.AddMixiStorage(builder.Configuration, database, shape);
builder.AddMixiCluster(database);
builder.Services.AddMixiWeb(builder.Configuration);
builder.AddMixiTelemetry();
builder.Services.AddMixiAccounts(builder.Configuration);

var app = builder.Build();
app.UseMixiPages();
app.UseExceptionHandler();
app.UseRouting();
app.UseOriginCheck();
app.UseAuthentication();
app.UseBearerCheck();
app.UseAuthorization();
app.UseMiddleware<PresenceNote>();
app.UseRateLimiter();
app.UseAntiforgery();
app.MapMixiHealth();
app.MapMixiMetrics();
app.MapMixiApi();
app.MapAccountForms(demo);
app.MapPages();
await app.RunAsync();
return 0;
