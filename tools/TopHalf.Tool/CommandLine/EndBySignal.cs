using System.Runtime.InteropServices;

namespace TopHalf.Tool;

/// <summary>Ctrl-C and SIGTERM as a cancellation: a command that takes time ends by itself, with its summary.</summary>
internal sealed class EndBySignal : IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _termination;

    public EndBySignal()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        _termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
    }

    public CancellationToken Token => _cancellation.Token;

    public void Dispose()
    {
        _interrupt.Dispose();
        _termination.Dispose();
        _cancellation.Dispose();
    }

    private void Cancel(PosixSignalContext signal)
    {
        signal.Cancel = true;
        _cancellation.Cancel();
    }
}
