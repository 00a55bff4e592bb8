// Rows lambda-*, mg-*, mg_*, lam_*, delegate-*, event-add, fnptr, local-func-*, dynamicinvoke.
[InterruptDriver]
internal sealed partial class Delegates
{
    private static readonly Action<int> Ready = static n => Total += n;
    private static int Total;
    private Action? _action;
    private Func<int>? _func;
    private Action<int>? _number;
    private Delegate? _delegate;
    private int _n;
    private Meter _meter;

    private event Action? Changed;

    [MsiVector(0)] // lambda-static
    private void StaticLambda(in Interrupt irq)
    {
        _func = static () => 4; //i TH5003
    }

    [MsiVector(1)] // lambda-nocapture
    private void LambdaWithoutCapture(in Interrupt irq)
    {
        _func = () => 4; //i TH5003
    }

    [MsiVector(2)] // lam_this_like
    private void LambdaOfThis(in Interrupt irq)
    {
        _func = () => _n; //! TH2005
    }

    [MsiVector(3)] // mg-static, mg_static
    private void StaticMethodGroup(in Interrupt irq)
    {
        _func = Four; //i TH5003
    }

    [MsiVector(4)] // mg-instance, mg_inst
    private void InstanceMethodGroup(in Interrupt irq)
    {
        _func = Mine; //! TH2005
    }

    [MsiVector(5)] // new-delegate-explicit, mg_newdelegate
    private void NewDelegate(in Interrupt irq)
    {
        _func = new Func<int>(Mine); //! TH2005
    }

    [MsiVector(6)] // mg_struct
    private void StructMethodGroup(in Interrupt irq)
    {
        _func = _meter.Read; //! TH2005 //? TH2003
    }

    [MsiVector(7)] // local-func-static-delegate, mg_static_localfunc
    private void StaticLocalFunction(in Interrupt irq)
    {
        static int Four() => 4;
        _func = Four; //i TH5003
    }

    [MsiVector(8)] // delegate-combine
    private void Combine(in Interrupt irq)
    {
        _number = Ready + _number; //! TH2005 //? TH5001
    }

    [MsiVector(9)] // event-add
    private void EventAdd(in Interrupt irq)
    {
        Changed += _action; //! TH2005
    }

    [MsiVector(10)]
    private void EventRemove(in Interrupt irq)
    {
        Changed -= _action; //! TH2005
    }

    [MsiVector(11)] // fnptr
    private unsafe void FunctionPointer(in Interrupt irq)
    {
        delegate*<int> pointer = &Four;
        _n = pointer();
    }

    [MsiVector(12)] // delegate-invoke: a known target
    private void InvokeReady(in Interrupt irq)
    {
        Ready(irq.Vector); //? TH5001
    }

    [MsiVector(13)] // dynamicinvoke
    private void DynamicInvoke(in Interrupt irq)
    {
        _delegate?.DynamicInvoke(); //! TH2001|TH2002|TH2014 //? TH2001 TH2002 TH2007 TH2014 TH4002 TH5005 TH6001
    }

    [MsiVector(14)] // lam_generic_val, lam_generic_ref
    private void GenericLambda(in Interrupt irq)
    {
        _func = Generic<int>(); //i TH5003
    }

    [MsiVector(15)]
    private void DelegateCompare(in Interrupt irq)
    {
        if (_func is not null && _number == Ready) //? TH5001
        {
            _n++;
        }
    }

    [MsiVector(16)]
    private void NullCoalescingLambda(in Interrupt irq)
    {
        _func ??= () => _n; //! TH2005
    }

    private static int Four() => 4;

    private static Func<int> Generic<T>() => static () => Unsafe.SizeOf<T>();

    private int Mine() => _n;
}

internal struct Meter
{
    public int Value;

    public readonly int Read() => Value;
}
