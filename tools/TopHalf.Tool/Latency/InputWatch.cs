namespace TopHalf.Tool;

/// <summary>Does something when the standard input ends, which it does with the process at its other end, however that ends.</summary>
internal sealed class InputWatch : IDisposable
{
    private readonly Lock _gate = new();
    private Action? _ended;

    public InputWatch(Action ended)
    {
        _ended = ended;
        new Thread(Wait) { Name = "watch", IsBackground = true }.Start();
    }

    /// <summary>Afterwards nothing is done any more. The thread waits on, and ends with the process.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _ended = null;
        }
    }

    private void Wait()
    {
        while (Console.In.Read() >= 0)
        {
        }

        lock (_gate)
        {
            _ended?.Invoke();
        }
    }
}
