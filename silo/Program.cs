using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrleansMixi.Hosting;
using OrleansMixi.Log;
using OrleansMixi.Storage;

// A host without web: it carries grains and the stream for the cluster on its PostgreSQL database.
var builder = Host.CreateApplicationBuilder(args);
builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
var database = DatabaseLocation.Find(builder.Configuration);
var log = builder.Configuration.GetSection("Mixi:Log").Get<LogOptions>() ?? new();
var shape = await Migrator.Migrate(database, log.Queues, log.Shards);
builder.Services.AddMixiStorage(builder.Configuration, database, shape);
builder.UseOrleans(silo => silo.AddMixi(database));
await builder.Build().RunAsync();
