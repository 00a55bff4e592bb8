// Doubtful: a rethrow adds no exception of its own, but it is a throw that leaves the handler.
// information is not the point
[InterruptDriver]
internal sealed partial class Rethrow
{
    private readonly int[] _items = new int[4];
    private int _n;

    [MsiVector(0)]
    private void Again(in Interrupt irq)
    {
        try
        {
            _n = _items[irq.Index];
        }
        catch
        {
            _n = -1;
            throw; //? TH4001
        }
    }

    [MsiVector(1)]
    private void Wrapped(in Interrupt irq)
    {
        try
        {
            _n = _items[irq.Index];
        }
        catch (IndexOutOfRangeException e)
        {
            throw new InvalidOperationException("no item", e); //! TH4001
        }
    }
}
