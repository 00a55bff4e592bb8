// Rows new-array*, array-*, params-*, stackalloc*, inlinearray, arr_nonesc.
[InterruptDriver]
internal sealed partial class ArraysAndParams
{
    private byte[] _buffer = new byte[64];
    private int[]? _ints;
    private object? _sink;
    private int _n;
    private int[,]? _matrix;
    private Slots _slots;

    [MsiVector(0)] // new-array
    private void NewArray(in Interrupt irq)
    {
        _buffer = new byte[irq.Vector]; //! TH2002
    }

    [MsiVector(1)] // new-array0
    private void EmptyNewArray(in Interrupt irq)
    {
        _ints = new int[0]; //! TH2002
    }

    [MsiVector(2)] // array-empty
    private void ArrayEmpty(in Interrupt irq)
    {
        _ints = Array.Empty<int>(); //? TH5001 TH5005
    }

    [MsiVector(3)] // array-init-nonescape
    private void Initializer(in Interrupt irq)
    {
        int[] weights = { 1, 2, irq.Vector }; //! TH2002
        _n = weights[irq.Index];
    }

    [MsiVector(4)]
    private void ImplicitlyTyped(in Interrupt irq)
    {
        _ints = new[] { 1, 2, 3 }; //! TH2002
    }

    [MsiVector(5)] // multidim-array-access
    private void Matrix(in Interrupt irq)
    {
        _matrix = new int[4, 4]; //! TH2002
    }

    [MsiVector(6)]
    private void Jagged(in Interrupt irq)
    {
        int[][] rows = new int[2][]; //! TH2002
        _sink = rows;
    }

    [MsiVector(7)] // params-array
    private void ParamsArray(in Interrupt irq)
    {
        _n = SumArray(1, 2, irq.Vector); //! TH2007
    }

    [MsiVector(8)] // params-array-empty
    private void ParamsArrayEmpty(in Interrupt irq)
    {
        _n = SumArray(); //? TH5001 TH5005
    }

    [MsiVector(9)] // params with an array given
    private void ParamsArrayGiven(in Interrupt irq)
    {
        if (_ints is not null)
        {
            _n = SumArray(_ints);
        }
    }

    [MsiVector(10)] // params-span
    private void ParamsSpan(in Interrupt irq)
    {
        _n = SumSpan(1, 2, irq.Vector);
    }

    [MsiVector(11)] // params-object-box
    private void ParamsObject(in Interrupt irq)
    {
        _n = CountObjects(1, irq.Vector); //! TH2007 TH2003
    }

    [MsiVector(12)] // params-ienumerable
    private void ParamsEnumerable(in Interrupt irq)
    {
        _n = CountEnumerable(1, 2); //! TH2007 //? TH2008
    }

    [MsiVector(13)] // params-list
    private void ParamsList(in Interrupt irq)
    {
        _n = CountList(1, 2); //! TH2007 //? TH2008
    }

    [MsiVector(14)] // stackalloc
    private void Stack(in Interrupt irq)
    {
        Span<byte> bytes = stackalloc byte[64];
        bytes[0] = (byte)irq.Vector;
        _n = bytes[0];
    }

    [MsiVector(15)] // inlinearray
    private void Inline(in Interrupt irq)
    {
        _slots[irq.Index & 3] = irq.Vector;
        Span<int> all = _slots;
        _n = all[0];
    }

    [MsiVector(16)] // ros-new-const
    private void SpanOfConstants(in Interrupt irq)
    {
        ReadOnlySpan<byte> table = new byte[] { 1, 2, 4, 8 };
        _n = table[irq.Index & 3];
    }

    [MsiVector(17)] // a span of what is not constant
    private void SpanOfVariables(in Interrupt irq)
    {
        ReadOnlySpan<int> table = new[] { 1, irq.Vector }; //! TH2002
        _n = table[irq.Index & 1];
    }

    [MsiVector(18)]
    private void Resize(in Interrupt irq)
    {
        Array.Resize(ref _buffer, 128); //! TH2002
    }

    [MsiVector(19)]
    private void CloneArray(in Interrupt irq)
    {
        _sink = _buffer.Clone(); //! TH2002|TH2001
    }

    private static int SumArray(params int[] values) => values.Length;

    private static int SumSpan(params ReadOnlySpan<int> values) => values.Length;

    private static int CountObjects(params object[] values) => values.Length;

    private static int CountEnumerable(params IEnumerable<int> values) => values is null ? 0 : 1;

    private static int CountList(params List<int> values) => values.Count;
}

[InlineArray(4)]
internal struct Slots
{
    private int _first;
}
