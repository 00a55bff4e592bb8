using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using TopHalf.Benchmarks.Dispatch;

// In this process: the toolchain's own project would not see this repository's build files.
Job job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
BenchmarkRunner.Run([typeof(DispatchBenchmark), typeof(DescriptorBenchmark), typeof(BindBenchmark)], DefaultConfig.Instance.AddJob(job), args);
