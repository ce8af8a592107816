using System.Diagnostics;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using OrleansMixi.Towns;
using Perfolizer.Horology;

namespace OrleansMixi.Micro;

/// <summary>Runs all classes of benchmarks in this process, in short iterations; an append to a ring is the main figure.</summary>
internal sealed class MicroRun(string filter, TextWriter notes)
{
    private const int Iterations = 5;
    private static readonly Type[] Benchmarks =
    [
        typeof(RingBenchmarks), typeof(AudienceBenchmarks), typeof(PostIdBenchmarks), typeof(CursorBenchmarks), typeof(EncoderBenchmarks), typeof(CoalescerBenchmarks),
    ];

    public Result Run()
    {
        var clock = Stopwatch.StartNew();
        var folder = Directory.CreateTempSubdirectory("mixi-micro-");
        try
        {
            var reports = Benchmarks.Where(type => type.Name.Contains(filter, StringComparison.OrdinalIgnoreCase))
                .SelectMany(type => BenchmarkRunner.Run(type, Config(folder.FullName)).Reports).ToList();
            if (reports.Find(report => !report.Success) is { } failed)
            {
                throw new InvalidOperationException($"{Name(failed)} did not run.");
            }

            var main = reports[0].ResultStatistics!;
            return new("micro", Math.Round(clock.Elapsed.TotalSeconds), Iterations, "ns", Round(main.Median), Round(main.Min), Round(main.Max))
            {
                LessIsBetter = true, Rows = [.. reports.SelectMany(Rows)],
            };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private ManualConfig Config(string folder) => ManualConfig.CreateEmpty()
        .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(Iterations).WithIterationTime(TimeInterval.FromMilliseconds(150)))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumnProvider(BenchmarkDotNet.Columns.DefaultColumnProviders.Instance)
        .AddLogger(new NotesLogger(notes))
        .WithOptions(ConfigOptions.DisableLogFile)
        .WithArtifactsPath(folder);

    private static IEnumerable<ResultRow> Rows(BenchmarkReport report)
    {
        yield return new(Name(report), "ns", Round(report.ResultStatistics!.Median));
        yield return new(Name(report), "bytes allocated", report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
    }

    private static string Name(BenchmarkReport report) => report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\'');

    private static double Round(double value) => Math.Round(value, 1);
}
