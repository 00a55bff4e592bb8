using System.Runtime.CompilerServices;
using TopHalf.CompilerServices;

namespace TopHalf;

/// <summary>A receiver that looks at files of the kernel: for as long as it spins without sleeping, and then until something comes.</summary>
internal abstract class LookingReceiver : InterruptReceiver
{
    private readonly SpinTime _spin;

    private protected LookingReceiver(PciDevice device, BindingPlan plan)
        : base(device, plan.Vectors) => _spin = SpinTime.Of(plan.Options);

    /// <summary>Fills the batch with what has come; waits for it where asked to.</summary>
    /// <returns>How many events; also 0 after a wait, where it was ended.</returns>
    private protected abstract int Look(bool sleep);

    private protected sealed override int WaitForEvents() => _spin.IsZero ? Look(sleep: true) : LookThenSleep();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // it may loop for as long as it likes: it is not compiled again meanwhile
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
}
