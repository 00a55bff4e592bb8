// Virtual and interface calls: closed where the compilation knows every implementation and nobody else can add one.
// information is not the point
[InterruptDriver]
public sealed partial class OpenCalls(IOpenSink sink, OpenBase open, IContract contract, Hidden hidden, IHidden hiddenSink, SealedType known)
{
    private readonly IList<int> _list = new List<int>();
    private int _n;

    [MsiVector(0)]
    private void PublicInterface(in Interrupt irq)
    {
        sink.Accept(irq.Vector); //! TH6003
    }

    [MsiVector(1)]
    private void PublicVirtual(in Interrupt irq)
    {
        open.Run(); //! TH6002
    }

    [MsiVector(2)] // the contract is on the declaration
    private void ContractOnInterface(in Interrupt irq)
    {
        contract.Accept(irq.Vector);
    }

    [MsiVector(3)] // internal: only classes here may derive
    private void ClosedVirtual(in Interrupt irq)
    {
        _n = hidden.Run();
    }

    [MsiVector(4)]
    private void ClosedInterface(in Interrupt irq)
    {
        _n = hiddenSink.Accept(irq.Vector);
    }

    [MsiVector(5)] // one implementation of them allocates
    private void ClosedInterfaceBad(in Interrupt irq)
    {
        _n = hiddenSink.Reset(); //! TH2001
    }

    [MsiVector(6)]
    private void SealedCall(in Interrupt irq)
    {
        _n = known.Run();
    }

    [MsiVector(7)] // created here: its type is known
    private void OwnObject(in Interrupt irq)
    {
        _n = hidden.Depth;
    }

    [MsiVector(8)]
    private void ListInterface(in Interrupt irq)
    {
        _n = _list.Count; //? TH6003
    }

    [MsiVector(9)]
    private void OpenBelow(in Interrupt irq)
    {
        Forward(irq.Vector); //! TH6003
    }

    [MsiVector(10)]
    private void ContractOnVirtual(in Interrupt irq)
    {
        open.Safe();
    }

    [MsiVector(11)] // base.M() is not virtual
    private void BaseCall(in Interrupt irq)
    {
        _n = known.CallBase();
    }

    private void Forward(int value) => sink.Accept(value);
}

public interface IOpenSink
{
    void Accept(int value);
}

public interface IContract
{
    [InterruptSafe]
    void Accept(int value);
}

public class OpenBase
{
    public virtual void Run()
    {
    }

    [InterruptSafe]
    public virtual void Safe()
    {
    }
}

public abstract class Hidden
{
    private protected Hidden()
    {
    }

    internal int Depth => 3;

    internal abstract int Run();
}

internal sealed class HiddenOne : Hidden
{
    internal override int Run() => 1;
}

internal sealed class HiddenTwo : Hidden
{
    internal override int Run() => 2;
}

public interface IHidden
{
    internal int Accept(int value);

    internal int Reset();
}

internal sealed class HiddenSink : IHidden
{
    int IHidden.Accept(int value) => value;

    int IHidden.Reset() => new object().GetHashCode();
}

public class SealedBase
{
    public virtual int Run() => 1;
}

public sealed class SealedType : SealedBase
{
    public override int Run() => 2;

    public int CallBase() => base.Run();
}
