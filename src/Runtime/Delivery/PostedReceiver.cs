using System.Numerics;
using TopHalf.CompilerServices;

namespace TopHalf;

/// <summary>Waits for bits in memory that whoever interrupts sets: a simulated card, or the thread of a <see cref="BridgedReceiver"/>.</summary>
internal unsafe class PostedReceiver : InterruptReceiver
{
    private readonly PostedWait _wait;
    private readonly PostedLine[] _lines;
    private ulong _taken; // bits that were taken, and had no room in the batch

    /// <param name="device">The device.</param>
    /// <param name="manifest">What the driver declares.</param>
    /// <param name="plan">The thread; 64 vectors at most.</param>
    /// <param name="support">Of this machine.</param>
    /// <param name="calls">The kernel, where senders interrupt; null where they set bits.</param>
    /// <exception cref="PciDeviceException">There is no memory that may be executed.</exception>
    public PostedReceiver(PciDevice device, DriverManifest manifest, BindingPlan plan, UserInterruptSupport support, IUserInterruptCalls? calls = null)
        : base(device, plan.Vectors)
    {
        UserVectors = UserVectors.Of(plan, manifest);
        Pages = new UserInterruptPages(isSoftware: calls is null, device: device.Name);
        _wait = new PostedWait(Pages, support.HasWaitPackage, SpinTime.Of(plan.Options), calls);
        _lines = new PostedLine[plan.Vectors.Length];
        for (int slot = 0; slot < _lines.Length; slot++)
        {
            _lines[slot] = new PostedLine(Pages.State, UserVectors[slot]);
        }
    }

    internal override VectorLine Line(int slot) => Posted(slot);

    public override void Dispose() => _wait.Dispose();

    private protected UserInterruptPages Pages { get; }

    private protected UserVectors UserVectors { get; }

    /// <summary>What posts a slot's vector.</summary>
    private protected PostedLine Posted(int slot) => _lines[slot];

    private protected override int WaitForEvents()
    {
        if (_taken == 0)
        {
            _taken = _wait.Wait(long.MaxValue);
        }

        long now = MonotonicClock.Now();
        int events = 0;
        while (_taken != 0 && events < BatchSize)
        {
            // The highest first, as a processor delivers them.
            int userVector = BitOperations.Log2(_taken);
            _taken &= ~(1UL << userVector);
            int slot = UserVectors.SlotOf(userVector);

            // Who sends counts first and sets the bit then: a bit without a count is one whose signal was taken with the bit of another.
            long signals = Interlocked.Exchange(ref Pages.State->Signals[userVector], 0);
            if (slot >= 0 && signals > 0)
            {
                Batch[events++] = Event(slot, signals, now);
            }
        }

        return events;
    }

    private protected override void Wake() => _wait.Kick();
}
