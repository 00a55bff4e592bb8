// Rows linq-*.
using System.Linq.Expressions;

[InterruptDriver]
internal sealed partial class Linq
{
    private readonly int[] _array = new int[8];
    private readonly List<int> _list = [1, 2];
    private object? _sink;
    private int _n;

    [MsiVector(0)] // linq-where
    private void Where(in Interrupt irq)
    {
        _sink = _array.Where(static x => x > 1); //! TH2001|TH2009|TH2011 //? TH2001 TH2009 TH5003
    }

    [MsiVector(1)] // linq-sum-array
    private void Sum(in Interrupt irq)
    {
        _n = _array.Sum(); //? TH2011 TH6003
    }

    [MsiVector(2)] // linq-any-list
    private void Any(in Interrupt irq)
    {
        if (_list.Any()) //? TH2011
        {
            _n++;
        }
    }

    [MsiVector(3)] // linq-first throws when empty
    private void First(in Interrupt irq)
    {
        _n = _list.First(); //! TH4002 //? TH2011
    }

    [MsiVector(4)] // linq-query-let
    private void QueryLet(in Interrupt irq)
    {
        _sink = from x in _array let y = x * 2 where y > 2 select y; //! TH2001|TH2009|TH2011 //? TH2001 TH2009 TH2011 TH5003
    }

    [MsiVector(5)]
    private void Select(in Interrupt irq)
    {
        foreach (int item in _list.Select(static x => x + 1)) //! TH2001|TH2009|TH2011 //? TH2001 TH2009 TH2011 TH5003 TH6003
        {
            _n += item;
        }
    }

    [MsiVector(6)]
    private void Materialise(in Interrupt irq)
    {
        _sink = _array.ToList(); //! TH2001|TH2002|TH2012 //? TH2001 TH2002
    }

    [MsiVector(7)] // list-toarray
    private void ListToArray(in Interrupt irq)
    {
        _sink = _list.ToArray(); //! TH2002
    }

    [MsiVector(8)]
    private void ExpressionTree(in Interrupt irq)
    {
        Expression<Func<int, int>> tree = x => x + 1; //! TH2015
        _sink = tree;
    }

    [MsiVector(9)]
    private void SequenceRange(in Interrupt irq)
    {
        _sink = Enumerable.Range(0, 4); //! TH2001|TH2009|TH2011 //? TH2001
    }

    [MsiVector(10)]
    private void OrderBy(in Interrupt irq)
    {
        _sink = _list.OrderBy(static x => x); //! TH2001|TH2009|TH2011 //? TH2001 TH5003
    }
}
