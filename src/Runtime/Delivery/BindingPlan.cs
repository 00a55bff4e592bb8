using TopHalf.CompilerServices;

namespace TopHalf;

/// <summary>Which receive threads a driver needs, which vectors each of them serves, and with which options.</summary>
/// <param name="Thread">The declared name; empty for the default thread.</param>
/// <param name="Vectors">The vectors, ascending.</param>
/// <param name="Options">The thread's options.</param>
internal sealed record BindingPlan(string Thread, int[] Vectors, InterruptThreadOptions Options)
{
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

        foreach (string name in options.Threads.Keys)
        {
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
}
