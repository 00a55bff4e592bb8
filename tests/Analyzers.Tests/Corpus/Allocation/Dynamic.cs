// Rows dynamic, reflection-*.
// information is not the point
[InterruptDriver]
internal sealed partial class Dynamic
{
    private dynamic? _value;
    private object? _sink;
    private int _n;

    [MsiVector(0)] // dynamic
    private void Member(in Interrupt irq)
    {
        _sink = _value!.Name; //! TH2014 //? TH2001 TH2003
    }

    [MsiVector(1)]
    private void Operator(in Interrupt irq)
    {
        _value = _value + 1; //! TH2014 //? TH2003
    }

    [MsiVector(2)]
    private void Call(in Interrupt irq)
    {
        _value!.Run(irq.Vector); //! TH2014 //? TH2003
    }

    [MsiVector(3)]
    private void Convert(in Interrupt irq)
    {
        _n = _value; //! TH2014
    }

    [MsiVector(4)] // an index of a dynamic
    private void Index(in Interrupt irq)
    {
        _sink = _value![0]; //! TH2014 //? TH2003
    }

    [MsiVector(5)] // two hops away
    private void Below(in Interrupt irq)
    {
        Forward(irq.Vector); //! TH2014 //? TH2003
    }

    [MsiVector(6)] // a dynamic that is only passed on is an object
    private void PassedOn(in Interrupt irq)
    {
        _sink = _value;
    }

    private void Forward(int vector)
    {
        if (_value is not null)
        {
            _value.Accept(vector);
        }
    }
}
