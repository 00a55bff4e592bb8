using System.Runtime.ExceptionServices;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// Runs what needs more stack than its caller has left on a thread with a large stack of its own. How much is left depends on who asks,
/// on the machine and on the compiler's version; what is said of a handler must not.
/// </summary>
internal static class DeepStack
{
    // Only what is used of it is committed. Enough for tens of thousands of operations in each other.
    private const int Size = 256 << 20;

    /// <summary>For tests: everything is read on a stack of so many bytes, and on no other; to see what is said of what it cannot hold.</summary>
    internal static int? OnlySize { get; set; }

    /// <summary>Runs some work, and once more from its beginning if the stack did not suffice.</summary>
    /// <exception cref="InsufficientExecutionStackException">The large stack does not suffice either.</exception>
    public static void Run(Action work)
    {
        if (OnlySize is not null)
        {
            RunApart(work);
            return;
        }

        try
        {
            work();
        }
        catch (InsufficientExecutionStackException)
        {
            RunApart(work);
        }
    }

    private static void RunApart(Action work)
    {
        ExceptionDispatchInfo? thrown = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    work();
                }
#pragma warning disable CA1031 // It is thrown again, where it is waited for.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    thrown = ExceptionDispatchInfo.Capture(exception);
                }
            },
            OnlySize ?? Size)
        {
            IsBackground = true,
            Name = "TopHalf: deeply nested code",
        };
        thread.Start();
        thread.Join();
        thrown?.Throw();
    }
}
