using TopHalf.CompilerServices;

namespace TopHalf;

/// <summary>Which receive threads a driver needs, which vectors each of them serves, and with which options.</summary>
/// <param name="Thread">The declared name; empty for the default thread.</param>
/// <param name="Vectors">The vectors, ascending.</param>
/// <param name="Options">The thread's options.</param>
internal sealed record BindingPlan(string Thread, int[] Vectors, InterruptThreadOptions Options)
{
    /// <summary>Why user interrupts could not be set up for this thread when that was tried, as a sentence; null where it was not tried.</summary>
    public string? Refused { get; init; }

    /// <summary>A plan per thread, the default thread first, the others by name.</summary>
    /// <exception cref="ArgumentException">Options for a thread that no vector uses.</exception>
    public static BindingPlan[] Make(DriverManifest manifest, InterruptOptions options)
    {
        var threads = new SortedDictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (HandlerManifest handler in manifest.Handlers)
        {
            foreach (VectorRange range in handler.Vectors)
            {
                if (!threads.TryGetValue(range.Thread, out List<int>? vectors))
                {
                    threads.Add(range.Thread, vectors = []);
                }

                vectors.AddRange(Enumerable.Range(range.First, range.Count));
            }
        }

        CheckValues("", options);
        if (options.UserInterruptKernel is null)
        {
            throw new ArgumentException("The options have UserInterruptKernel = null; UserInterruptKernel.Version2() is the default.", nameof(options));
        }

        if (options.HandlerTimeLimit <= TimeSpan.Zero)
        {
            throw new ArgumentException($"The options have HandlerTimeLimit = {options.HandlerTimeLimit}; it is more than zero, and null is no limit.", nameof(options));
        }

        foreach ((string name, InterruptThreadOptions own) in options.Threads)
        {
            CheckValues(name, own);
            if (name.Length == 0 || !threads.ContainsKey(name))
            {
                throw new ArgumentException(
                    $"Options are given for thread '{name}', but {manifest.Driver} names " +
                    $"{(threads.Keys.Any(static n => n.Length > 0) ? "only " + string.Join(", ", threads.Keys.Where(static n => n.Length > 0).Select(static n => $"'{n}'")) : "no thread")}.",
                    nameof(options));
            }
        }

        return [.. threads.Select(thread => new BindingPlan(
            thread.Key,
            [.. thread.Value.Order()],
            options.Threads.TryGetValue(thread.Key, out InterruptThreadOptions? own) ? own : options))];
    }

    private static void CheckValues(string thread, InterruptThreadOptions? options)
    {
        string subject = thread.Length == 0 ? "The options" : $"The options of thread '{thread}'";
        if (options is null)
        {
            throw new ArgumentException($"{subject} are null; leave the entry out for the defaults.", nameof(options));
        }

        if (options.Cpu is < 0)
        {
            throw new ArgumentException($"{subject} have Cpu = {options.Cpu}; processors count from 0.", nameof(options));
        }

        if (options.TopHalfCpu is < 0)
        {
            throw new ArgumentException($"{subject} have TopHalfCpu = {options.TopHalfCpu}; processors count from 0.", nameof(options));
        }

        if (options.StormRate < 0)
        {
            throw new ArgumentException($"{subject} have StormRate = {options.StormRate}; it counts interrupts, and 0 is no limit.", nameof(options));
        }

        if (options.SpinBudget <= TimeSpan.Zero)
        {
            throw new ArgumentException(
                $"{subject} have SpinBudget = {options.SpinBudget}; it is more than zero, and WaitMode.Block is what never spins.", nameof(options));
        }

        if (!Enum.IsDefined(options.WaitMode) || !Enum.IsDefined(options.TopHalf))
        {
            throw new ArgumentException($"{subject} have WaitMode = {options.WaitMode} and TopHalf = {options.TopHalf}; one of them is not a value of its type.", nameof(options));
        }

        if (!Enum.IsDefined(options.Delivery))
        {
            throw new ArgumentException($"{subject} have Delivery = {options.Delivery}, which is no delivery.", nameof(options));
        }

        if (options.RealTimePriority is < LinuxConstants.FifoMinimum or > LinuxConstants.FifoMaximum)
        {
            throw new ArgumentException(
                $"{subject} have RealTimePriority = {options.RealTimePriority}; SCHED_FIFO has {LinuxConstants.FifoMinimum} to {LinuxConstants.FifoMaximum}.",
                nameof(options));
        }

        if (options.FaultOfRealTime() is { } fault)
        {
            throw new ArgumentException($"{subject} have {fault}", nameof(options));
        }
    }
}
