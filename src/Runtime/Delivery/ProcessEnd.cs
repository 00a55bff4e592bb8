using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>
/// Bindings that live when the process ends are ended with it, so that their cards are left quiet: at the return from Main,
/// Environment.Exit, an exception that nobody handles, and the signals that end a process. Not at SIGKILL: then the kernel turns
/// interrupts off.
/// </summary>
internal static class ProcessEnd
{
    private static readonly object Gate = new();
    private static readonly HashSet<InterruptBinding> Bindings = [];

    // Each by itself: from .NET 10 on the runtime does nothing of its own at a signal.
    private static readonly PosixSignal[] Signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];
    private static PosixSignalRegistration[]? s_registrations;

    public static void Add(InterruptBinding binding)
    {
        lock (Gate)
        {
            if (s_registrations is null)
            {
                AppDomain.CurrentDomain.ProcessExit += static (_, _) => End();
                AppDomain.CurrentDomain.UnhandledException += static (_, _) => End();
                s_registrations = Array.ConvertAll(Signals, static signal => PosixSignalRegistration.Create(signal, OnSignal));
            }

            Bindings.Add(binding);
        }
    }

    public static void Remove(InterruptBinding binding)
    {
        lock (Gate)
        {
            Bindings.Remove(binding);
        }
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
        InterruptBinding[] bindings;
        lock (Gate)
        {
            bindings = [.. Bindings];
        }

        foreach (InterruptBinding binding in bindings)
        {
            binding.EndWithProcess();
        }
    }
}
