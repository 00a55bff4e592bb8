// information is not the point
[InterruptDriver]
internal sealed partial class Pragmas
{
    private byte[]? _buffer;
    private readonly object _gate = new();
    private int _n;

    [MsiVector(0)]
    private void Disabled(in Interrupt irq)
    {
#pragma warning disable TH2002 // grows once
        _buffer = new byte[64];
#pragma warning restore TH2002
        _buffer = new byte[32]; //! TH2002
    }

    [MsiVector(1)]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("TopHalf.Blocking", "TH3001", Justification = "never contended")]
    private void Suppressed(in Interrupt irq)
    {
        lock (_gate)
        {
            _n++;
        }
    }

    [MsiVector(2)]
    private void OtherRuleStays(in Interrupt irq)
    {
#pragma warning disable TH3001 // never contended
        lock (_gate)
        {
            _buffer = new byte[16]; //! TH2002
        }
#pragma warning restore TH3001
    }
}
