// Generics and variance, delegates of delegates, of an eighth batch.
// information is not the point
[InterruptDriver]
internal sealed partial class EighthVariants
{
    private readonly ISink<Error> _errors = new AnySink();
    private readonly IMap<int, object> _map = new TextMap();
    private readonly Func<object> _make;
    private readonly Action<Error> _note;
    private readonly Func<int, int> _twice;
    private readonly Stage<int, long> _stage;
    private readonly Error _error = new();
    private readonly Predicate<int>[] _tests = [static x => x > 3];
    private object? _kept;
    private long _sum;

    public EighthVariants()
    {
        _make = Name;
        _note = Forget;
        _twice = Compose(static x => x + 1, static x => x * 2);
        _stage = new Stage<int, long>(static x => x, new Widen());
    }

    [MsiVector(0)]
    private void ContravariantSink(in Interrupt irq) => _errors.Put(_error); //! TH3006

    [MsiVector(1)]
    private void CovariantMap(in Interrupt irq) => _kept = _map.Get(irq.Index); //! TH2006

    [MsiVector(2)]
    private void CovariantDelegate(in Interrupt irq) => _kept = _make(); //! TH2006

    [MsiVector(3)]
    private void ContravariantDelegate(in Interrupt irq) => _note(_error);

    [MsiVector(4)]
    private void Composed(in Interrupt irq) => _sum += _twice(irq.Index); //? TH6001

    [MsiVector(5)]
    private void StageOfTwo(in Interrupt irq) => _sum += _stage.Run(irq.Index);

    [MsiVector(6)]
    private void TestsInArray(in Interrupt irq)
    {
        foreach (Predicate<int> test in _tests)
        {
            _sum += test(irq.Index) ? 1 : 0; //! TH6001
        }
    }

    [MsiVector(7)]
    private void StaticOfGeneric(in Interrupt irq)
    {
        _sum += Cell<int>.Last;
        Cell<int>.Last = irq.Index;
        _sum += Cell<string>.Make(irq.Index); //! TH2001
    }

    [MsiVector(8)]
    private void ArgumentByDefault(in Interrupt irq)
    {
        _sum += Weigh(irq.Index);
        _sum += Weigh(irq.Index, static x => Pause(x)); //! TH3003
    }

    private static Func<int, int> Compose(Func<int, int> first, Func<int, int> second) => x => second(first(x));

    private static int Weigh(int value, Func<int, int>? by = null) => by is null ? value : by(value);

    private static int Pause(int value)
    {
        Thread.Sleep(value);
        return value;
    }

    private string Name() => "error " + _sum;

    private void Forget(object what) => _sum++;
}

//--- source
internal class Error
{
    public int Code { get; set; }
}

internal interface ISink<in T>
{
    void Put(T item);
}

internal sealed class AnySink : ISink<object>
{
    public void Put(object item) => Console.Write(item);
}

internal interface IMap<in TKey, out TValue>
{
    TValue Get(TKey key);
}

internal sealed class TextMap : IMap<int, string>
{
    public string Get(int key) => key.ToString();
}

internal interface IWiden
{
    long Apply(int value);
}

internal readonly struct Widen : IWiden
{
    public long Apply(int value) => value;
}

internal sealed class Stage<TIn, TOut>(Func<TIn, int> read, IWiden widen)
    where TOut : struct
{
    private int _runs;

    public long Run(TIn value)
    {
        _runs++;
        return widen.Apply(read(value));
    }
}

internal sealed class Cell<T>
{
    public static int Last;

    public static int Make(int value) => new Cell<T>().Keep(value);

    private int Keep(int value) => value;
}
