using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>
/// Bindings that live when the process ends are ended with it, so that their cards are left quiet: at the return from Main,
/// Environment.Exit, an exception that nobody handles, and the signals that end a process. Not at SIGKILL: then the kernel turns
/// interrupts off.
/// </summary>
internal static class ProcessEnd
{
    // Each by itself: from .NET 10 on the runtime does nothing of its own at a signal.
    private static readonly PosixSignal[] Signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];
    private static PosixSignalRegistration[]? _registrations;

    /// <summary>Called once.</summary>
    public static void Watch()
    {
        AppDomain.CurrentDomain.ProcessExit += static (_, _) => End();
        AppDomain.CurrentDomain.UnhandledException += static (_, _) => End();
        _registrations = Array.ConvertAll(Signals, static signal => PosixSignalRegistration.Create(signal, OnSignal));
    }

    // Whoever cancels the signal lives on, and ends its bindings itself.
    private static void OnSignal(PosixSignalContext context)
    {
        if (!context.Cancel)
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
