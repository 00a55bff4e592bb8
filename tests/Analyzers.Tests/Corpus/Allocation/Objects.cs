// Rows new-*, anon-type, tuple*, record*, activator, fin_alloc, object-memberwise.
[InterruptDriver]
internal sealed partial class Objects
{
    private object? _sink;
    private int _n;
    private Node _node = new();
    private Rec _rec = new(1);
    private RecStruct _recStruct;
    private readonly Copyable _copyable = new();

    [MsiVector(0)] // new-class
    private void NewClass(in Interrupt irq)
    {
        _node = new Node(); //! TH2001
    }

    [MsiVector(1)] // new-class-nonescape: 0 optimised, by escape analysis only
    private void NewClassNonEscaping(in Interrupt irq)
    {
        Node node = new(); //! TH2001
        node.Value = irq.Vector;
        _n += node.Value;
    }

    [MsiVector(2)] // new-struct
    private void NewStruct(in Interrupt irq)
    {
        Pair pair = new(irq.Vector, 2);
        _n += pair.A + pair.B;
    }

    [MsiVector(3)] // anon-type
    private void Anonymous(in Interrupt irq)
    {
        _sink = new { irq.Vector }; //! TH2001
    }

    [MsiVector(4)] // valuetuple, tuple_eq
    private void ValueTuple(in Interrupt irq)
    {
        (int A, int B) pair = (irq.Vector, irq.Index);
        (int a, int b) = pair;
        if (pair == (1, 2))
        {
            _n = a + b;
        }
    }

    [MsiVector(5)] // tuple-class
    private void TupleClass(in Interrupt irq)
    {
        _sink = Tuple.Create(irq.Vector, 2); //! TH2001
    }

    [MsiVector(6)] // tuple-class by constructor
    private void TupleConstructor(in Interrupt irq)
    {
        _sink = new Tuple<int, int>(irq.Vector, 2); //! TH2001
    }

    [MsiVector(7)] // record-with
    private void RecordWith(in Interrupt irq)
    {
        _rec = _rec with { A = irq.Vector }; //! TH2001
    }

    [MsiVector(8)] // record-struct-with
    private void RecordStructWith(in Interrupt irq)
    {
        _recStruct = _recStruct with { A = irq.Vector };
    }

    [MsiVector(9)] // new-T-class
    private void NewTClass(in Interrupt irq)
    {
        _sink = Make<Node>(); //! TH2001
    }

    [MsiVector(10)] // new-T-struct
    private void NewTStruct(in Interrupt irq)
    {
        _n = Make<Pair>().A;
    }

    [MsiVector(11)] // activator
    private void Activated(in Interrupt irq)
    {
        _sink = Activator.CreateInstance(typeof(Node)); //! TH2001 //? TH2014 TH5005
    }

    [MsiVector(12)] // activator generic
    private void ActivatedGeneric(in Interrupt irq)
    {
        _node = Activator.CreateInstance<Node>(); //! TH2001 //? TH5005
    }

    [MsiVector(13)] // fin_alloc
    private void Finalizable(in Interrupt irq)
    {
        _sink = new WithFinalizer(); //! TH2001
    }

    [MsiVector(14)] // object-memberwise
    private void MemberwiseCopy(in Interrupt irq)
    {
        _sink = _copyable.Copy(); //! TH2001
    }

    [MsiVector(15)]
    private void TargetTypedInitializer(in Interrupt irq)
    {
        Node node = new() { Value = 4 }; //! TH2001
        _node = node;
    }

    [MsiVector(16)] // shared-generic-new: with a reference type
    private void SharedGenericNew(in Interrupt irq)
    {
        _sink = MakeList<string>(); //! TH2001
    }

    [MsiVector(17)]
    private void DefaultAndNull(in Interrupt irq)
    {
        Pair pair = default;
        _sink = null;
        _n = pair.A;
    }

    private static T Make<T>()
        where T : new()
        => new();

    private static List<T> MakeList<T>() => new();
}

internal sealed class Node
{
    public int Value;
}

internal struct Pair(int a, int b)
{
    public int A = a;
    public int B = b;
}

internal sealed record Rec(int A);

internal record struct RecStruct(int A);

internal sealed class Copyable
{
    public int Value;

    public object Copy() => MemberwiseClone();
}

internal sealed class WithFinalizer
{
    ~WithFinalizer()
    {
    }
}
