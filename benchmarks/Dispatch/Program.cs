using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using TopHalf.Benchmarks;
using TopHalf.Benchmarks.Dispatch;

const string WriteDocs = "--write-docs";

// In this process: the toolchain's own project would not see this repository's build files. Many short iterations: the median of these
// is steadier on a machine that does other things, too, than that of a few long ones.
Job job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(15).WithIterationTime(TimeInterval.FromMilliseconds(100));
IConfig config = DefaultConfig.Instance.AddJob(job);
if (!args.Contains(WriteDocs))
{
    BenchmarkRunner.Run([typeof(DispatchBenchmark), typeof(DescriptorBenchmark), typeof(RingBenchmark), typeof(BindBenchmark), typeof(CheckedBenchmark)], config, args);
    return;
}

Summary dispatch = BenchmarkRunner.Run<DispatchBenchmark>(config);
Summary descriptors = BenchmarkRunner.Run<DescriptorBenchmark>(config);
Summary ring = BenchmarkRunner.Run<RingBenchmark>(config);
Summary bind = BenchmarkRunner.Run<BindBenchmark>(config);
PerformancePage.Write("dispatch", Table.Of(dispatch, "C switch, bare", "C switch, same duties") + Allocated(dispatch));
PerformancePage.Write("descriptors", Table.Of(descriptors, "C, bare", "C, same duties") + Allocated(descriptors));
PerformancePage.Write("ring", Table.Of(ring, "top half → C, bare", "top half → C, same duties") + Allocated(ring));
PerformancePage.Write("binding", BindTable.Of(bind));

static string Allocated(Summary summary)
    => string.Create(CultureInfo.InvariantCulture, $"\nTopHalf allocates {Table.Allocated(summary)} bytes for each.\n");
