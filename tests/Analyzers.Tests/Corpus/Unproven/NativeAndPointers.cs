using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

// P/Invokes, function pointers, delegates and events: each as a safe call and as one that is not.
[InterruptDriver]
internal sealed unsafe partial class NativeAndPointers
{
    private static readonly Action<int> s_note = static n => { };
    private static readonly Func<int, int> s_twice = Twice;
    private readonly Action _own;
    private readonly delegate*<int, int> _managed;
    private readonly delegate* unmanaged<int, int> _native;
    private readonly delegate* unmanaged[SuppressGCTransition]<int, int> _fast;
    private Action? _late;
    private int _n;

    [MsiVector(0)]
    private void ImportsPlain(in Interrupt irq)
    {
        Plain(3); //! TH3009
    }

    [MsiVector(1)]
    private void ImportsFast(in Interrupt irq)
    {
        Fast(3);
    }

    [MsiVector(2)]
    private void ImportsLibrary(in Interrupt irq)
    {
        LibraryPlain(3); //! TH3009
    }

    [MsiVector(3)]
    private void ImportsLibraryFast(in Interrupt irq)
    {
        LibraryFast(3);
    }

    [MsiVector(4)]
    private void ImportsLibraryText(in Interrupt irq)
    {
        LibraryText("x"); //! TH3009 //? TH2016
    }

    [MsiVector(5)]
    private void ImportsText(in Interrupt irq)
    {
        Text("x"); //! TH3009|TH2016 //? TH2016
    }

    [MsiVector(6)]
    private void ImportsError(in Interrupt irq)
    {
        _n += Failing(3);
    }

    [MsiVector(7)]
    private void ImportsStruct(in Interrupt irq)
    {
        Pair pair = new() { A = 1 };
        _n += Struct(&pair);
    }

    [MsiVector(8)]
    private void ImportsArray(in Interrupt irq)
    {
        Array([1, 2, 3]); //! TH3009|TH2016|TH2002|TH2008 //? TH2016 TH3009 TH2008
    }

    [MsiVector(9)]
    private void ImportsCallback(in Interrupt irq)
    {
        Callback(&OnCallback);
    }

    [MsiVector(10)]
    private void ImportsDelegate(in Interrupt irq)
    {
        Delegate(s_note); //! TH2016|TH3009 //? TH2016
    }

    [MsiVector(11)]
    private void PointerManaged(in Interrupt irq)
    {
        _n += _managed(3); //! TH6004
    }

    [MsiVector(12)]
    private void PointerNative(in Interrupt irq)
    {
        _n += _native(3); //! TH3009
    }

    [MsiVector(13)]
    private void PointerFast(in Interrupt irq)
    {
        _n += _fast(3);
    }

    [MsiVector(14)]
    private void PointerOfMethod(in Interrupt irq)
    {
        delegate*<int, int> twice = &Twice;
        _n += twice(4); //? TH6004
    }

    [MsiVector(15)]
    private void PointerOfBadMethod(in Interrupt irq)
    {
        delegate*<int, int> slow = &Slow;
        _n += slow(4); //! TH6004|TH3003
    }

    [MsiVector(16)]
    private void DelegateStatic(in Interrupt irq)
    {
        s_note(3);
        _n += s_twice(4);
    }

    [MsiVector(17)]
    private void DelegateLate(in Interrupt irq)
    {
        _late?.Invoke(); //! TH6001
    }

    [MsiVector(18)]
    private void DelegateOwn(in Interrupt irq)
    {
        _own();
    }

    [MsiVector(19)]
    private void EventRaises(in Interrupt irq)
    {
        Seen?.Invoke(3);
    }

    [MsiVector(20)]
    private void EventSafe(in Interrupt irq)
    {
        SeenSafely?.Invoke(3);
    }

    [MsiVector(21)]
    private void EventAdds(in Interrupt irq)
    {
        Seen += s_note; //! TH2005
    }

    [MsiVector(22)]
    private void DelegateOfParameter(in Interrupt irq)
    {
        Apply(Twice); //i TH5003
    }

    [MsiVector(23)]
    private void DelegateOfBadParameter(in Interrupt irq)
    {
        Apply(Slow); //! TH3003 //i TH5003
    }

    [MsiVector(24)]
    private void DelegateInArray(in Interrupt irq)
    {
        Action[] all = [_own, _own]; //! TH2002|TH2008
        all[0](); //! TH6001
    }

    [MsiVector(25)]
    private void DelegateInvokeList(in Interrupt irq)
    {
        foreach (Delegate one in s_note.GetInvocationList()) //! TH2002
        {
            _n += one.HasSingleTarget ? 1 : 0;
        }
    }

    [MsiVector(26)]
    private void DelegateEnumerates(in Interrupt irq)
    {
        foreach (Action<int> one in System.Delegate.EnumerateInvocationList(s_note))
        {
            _n += one.Target is null ? 1 : 0;
        }
    }

    [MsiVector(27)]
    private void Exports(in Interrupt irq)
    {
        _n += OnExport(3);
    }

    public NativeAndPointers()
    {
        _own = () => _n++;
    }

    public event Action<int>? Seen;

    public event Noted? SeenSafely;

    public void Later(Action late) => _late = late;

    private static int Twice(int n) => n * 2;

    private static int Slow(int n)
    {
        Thread.Sleep(n);
        return n;
    }

    private void Apply(Func<int, int> change) => _n = change(_n);

    private static int OnExport(int n) => n + 1;

    [UnmanagedCallersOnly]
    private static int OnCallback(int n) => n;

    [DllImport("card")]
    private static extern void Plain(int n);

    [DllImport("card"), SuppressGCTransition]
    private static extern void Fast(int n);

    [DllImport("card")]
    private static extern void Text(string text);

    [DllImport("card", SetLastError = true), SuppressGCTransition]
    private static extern int Failing(int n);

    [DllImport("card"), SuppressGCTransition]
    private static extern int Struct(Pair* pair);

    [DllImport("card"), SuppressGCTransition]
    private static extern void Array(int[] items);

    [DllImport("card"), SuppressGCTransition]
    private static extern void Callback(delegate* unmanaged<int, int> callback);

    [DllImport("card"), SuppressGCTransition]
    private static extern void Delegate(Action<int> callback);

    // What the generator of LibraryImport writes.
    private static partial void LibraryPlain(int n);

    private static partial void LibraryFast(int n);

    private static partial void LibraryText(string text);

    [DllImport("card", EntryPoint = "LibraryPlain", ExactSpelling = true)]
    private static extern partial void LibraryPlain(int n);

    [DllImport("card", EntryPoint = "LibraryFast", ExactSpelling = true), SuppressGCTransition]
    private static extern partial void LibraryFast(int n);

    private static partial void LibraryText(string text)
    {
        scoped Utf8StringMarshaller.ManagedToUnmanagedIn marshaller = default;
        try
        {
            Span<byte> buffer = stackalloc byte[Utf8StringMarshaller.ManagedToUnmanagedIn.BufferSize];
            marshaller.FromManaged(text, buffer);
            Import(marshaller.ToUnmanaged());
        }
        finally
        {
            marshaller.Free();
        }

        [DllImport("card", EntryPoint = "LibraryText", ExactSpelling = true)]
        static extern void Import(byte* text);
    }
}

internal struct Pair
{
    public int A;
    public int B;
}

[InterruptSafe]
internal delegate void Noted(int n);
