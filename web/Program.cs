using Microsoft.AspNetCore.Authentication;
using OrleansMixi.Accounts;
using OrleansMixi.Commands;
using OrleansMixi.Hosting;
using OrleansMixi.Log;
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
builder.Services.AddMixiStorage(builder.Configuration, database, shape);
builder.AddMixiCluster(database);
builder.Services.AddMixiWeb(builder.Configuration);
builder.Services.AddAuthentication(BearerHandler.SchemeName).AddScheme<AuthenticationSchemeOptions, BearerHandler>(BearerHandler.SchemeName, null);
builder.Services.AddAuthorization();

var app = builder.Build();
app.UseExceptionHandler();
app.UseOriginCheck();
app.UseAuthentication();
app.UseAuthorization();
app.MapMixiHealth();
app.MapMixiApi();
await app.RunAsync();
return 0;
