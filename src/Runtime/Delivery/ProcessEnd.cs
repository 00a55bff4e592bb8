using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>
/// Bindings that live when the process ends are ended with it, so that their cards are left quiet: at the return from Main,
/// Environment.Exit, an exception that nobody handles, and the signals that end a process. Not at SIGKILL: then the kernel turns
/// interrupts off.
/// </summary>
/// <remarks>
/// Whoever cancels a signal lives on, so ours must be called after all others. .NET 8 calls them in the order in which they were registered,
/// .NET 10 in the opposite one: we are registered twice, when the program starts and when interrupts are first enabled, and the second call
/// that a signal brings us is the one that counts.
/// </remarks>
internal static class ProcessEnd
{
    // Each by itself: from .NET 10 on the runtime does nothing of its own at a signal.
    private static readonly PosixSignal[] Signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];
    private static readonly object Gate = new();
    private static readonly ConditionalWeakTable<PosixSignalContext, object> Called = []; // once: all that are called for a signal get the same
    private static PosixSignalRegistration[]? _first;
    private static PosixSignalRegistration[]? _last;

    /// <summary>Called when the program starts; where nobody does, with the first binding.</summary>
    public static void WatchSignals()
    {
        lock (Gate)
        {
            _first ??= Register();
        }
    }

    /// <summary>Called once, before the first binding.</summary>
    public static void Watch()
    {
        AppDomain.CurrentDomain.ProcessExit += static (_, _) => End();
        AppDomain.CurrentDomain.UnhandledException += static (_, _) => End();
        WatchSignals();
        _last = Register();
    }

    private static PosixSignalRegistration[] Register() => Array.ConvertAll(Signals, static signal => PosixSignalRegistration.Create(signal, OnSignal));

    // Whoever cancels the signal ends its bindings itself.
    private static void OnSignal(PosixSignalContext context)
    {
        if (!Called.TryAdd(context, context) && !context.Cancel)
        {
            End();
        }
    }

    private static void End()
    {
        // All at once: a handler that hangs costs the process its patience once, and not for each binding.
        Task[] ends = Array.ConvertAll(LiveBindings.Snapshot(), static binding => binding.EndWithProcess());
        Task.WaitAll(ends);
    }
}
