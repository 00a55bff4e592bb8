using System.Runtime.CompilerServices;
using TopHalf.CompilerServices;

namespace TopHalf;

/// <summary>Waits for a file of UIO, beside an eventfd that ends the wait and takes what is triggered from software.</summary>
internal sealed class UioReceiver : InterruptReceiver
{
    private const ulong Kick = 1UL << 32; // above all that can be triggered
    private const uint Line0 = 0;
    private const uint Told = 1;

    private readonly UioInterrupts _interrupts;
    private readonly EventFdLine _line;
    private readonly Epoll _epoll;
    private readonly EpollEvent[] _ready = new EpollEvent[2];
    private readonly SpinTime _spin;

    /// <param name="device">Whose line.</param>
    /// <param name="plan">Vector 0 alone: the line.</param>
    /// <param name="interrupts">The file; it stays open at the disposal.</param>
    /// <exception cref="PciDeviceException">The process has no descriptor left.</exception>
    public UioReceiver(PciDevice device, BindingPlan plan, UioInterrupts interrupts)
        : base(device, plan.Vectors)
    {
        _interrupts = interrupts;
        _spin = SpinTime.Of(plan.Options);
        _line = new EventFdLine(EventFd.Create(blocking: false, device.Name));
        try
        {
            _epoll = Epoll.Create(device.Name);
            _epoll.Add(_line.EventFd, Line0);
            _epoll.Add(interrupts, Told);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    internal override VectorLine Line(int slot) => _line;

    private protected override int WaitForEvents() => _spin.IsZero ? Look(sleep: true) : LookThenSleep();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // as that of EventFdReceiver: not compiled again while it loops
    private int LookThenSleep()
    {
        long end = _spin.End();
        do
        {
            int count = Look(sleep: false);
            if (count > 0 || Stopping)
            {
                return count;
            }

            Thread.SpinWait(1);
        }
        while (!_spin.IsOver(end));

        return Look(sleep: true);
    }

    private int Look(bool sleep)
    {
        int ready = _epoll.Wait(_ready, sleep);
        long now = MonotonicClock.Now();
        long signals = 0;
        foreach (EpollEvent item in _ready.AsSpan(0, ready))
        {
            signals += item.Data == Told ? _interrupts.Take() : (uint)_line.EventFd.Read();
        }

        if (signals == 0)
        {
            return 0;
        }

        Batch[0] = Event(0, signals, now);
        return 1;
    }

    private protected override void Wake() => _line.EventFd.Add(Kick);

    public override void Dispose()
    {
        _epoll?.Dispose();
        _line.Dispose();
    }
}
