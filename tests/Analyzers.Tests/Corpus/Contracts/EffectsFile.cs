// Lines of InterruptEffects.txt that are wrong, or not used.
// information is not the point
using Library;

[InterruptDriver]
internal sealed partial class EffectsFile
{
    private readonly Ring _ring = new();

    [MsiVector(0)]
    private void OnRx(in Interrupt irq)
    {
        _ring.Push(irq.Vector);
    }
}
//--- library
namespace Library;

public sealed class Ring
{
    public void Push(int n) { }
    public void Other() { }
}
//--- InterruptEffects.txt
# A comment.

M:Library.Ring.Push; none; writes a slot
M:Library.Ring.Push none no separators //! TH6103
M:Library.Ring.Push; fast; no such effect //! TH6103
M:Library.Ring.Missing; none; is not there //! TH6104
M:Library.Ring.Other; none //! TH6103
