namespace TopHalf.Analyzers.Tests;

/// <summary>Sources with every construct that the analyzer knows, close together, so that damage hits one.</summary>
internal static class EffectRichSources
{
    /// <summary>What the sources do not say each by itself.</summary>
    public const string Usings = """
        global using System; global using System.Collections.Generic; global using System.Diagnostics; global using System.Linq;
        global using System.Runtime.CompilerServices; global using System.Threading; global using System.Threading.Tasks; global using TopHalf;
        """;

    /// <summary>Whole sources.</summary>
    public static readonly string[] All =
    [
        """
        [InterruptDriver]
        sealed partial class Allocating(PciDevice device)
        {
            readonly Bar _bar = device.GetBar(0);
            static readonly Action<int> Known = static n => { _ = new int[n]; };
            event Action<int>? Done;
            readonly List<int> _list = new() { 1, 2 };
            Point _point = new(1, 2);
            dynamic? _dynamic;

            [MsiVector(0)]
            void OnRx(in Interrupt irq)
            {
                object box = irq.Vector;
                string text = $"{irq.Status} of {box}" + irq.Signals;
                int[] array = [1, .. _list, 3];
                Func<int> closure = () => array.Length + text.Length;
                Known(closure());
                Done?.Invoke(array[^1]);
                foreach (int item in Numbers(3)) { Span<int> some = stackalloc int[item]; some[0] = array[1..][0]; }
                (int x, int y) = _point;
                _point = _point with { X = y };
                var anonymous = new { x, y };
                _dynamic = anonymous; _dynamic.Run(x);
                Params(1, 2, 3);
                _list.Add(x);
                var found = from n in _list where n > x select n * y;
                if (found.Any() is true && box is int and > 3 or string { Length: > 2 } or [1, .., 2]) { return; }
                System.Linq.Expressions.Expression<Func<int, int>> tree = n => n + 1;
                static void Local<T>(T value) where T : struct, IComparable<T> { object o = value; value.CompareTo(default); value.ToString(); }
                Local(x);
            }

            static IEnumerable<int> Numbers(int n) { while (n-- > 0) { yield return n; } }
            static int Params(params int[] values) => values.Length;
            record struct Point(int X, int Y);
        }
        """,
        """
        [InterruptDriver]
        partial class Blocking
        {
            readonly object _gate = new(); readonly SemaphoreSlim _slim = new(1); readonly Task<int> _task = Task.FromResult(1);
            [ThreadStatic] static int _perThread;
            static readonly Lazy<string> Late = new(() => "x");
            long _head, _tail;

            [MsiVector(0)]
            unsafe void OnTx(in Interrupt irq)
            {
                lock (_gate) { _slim.Wait(); _slim.Wait(0); Monitor.TryEnter(_gate, 0); }
                if (_task.IsCompleted) { _head += _task.Result; } else { _head = _task.GetAwaiter().GetResult(); }
                Thread.Sleep(1); Console.WriteLine(_perThread++); GC.Collect(); getpid();
                while (Volatile.Read(ref _head) != _tail) { }
                for (;;) { if (Interlocked.CompareExchange(ref _head, 1, 2) == 2) { break; } }
                again: if (_tail > 3) { _tail--; goto again; }
                delegate*<int, void> pointer = &Static; pointer(3);
                Walk(3); checked { _tail = _tail * 2 / _head; }
                try { throw new InvalidOperationException($"{Late.Value}"); } catch (Exception e) when (e.Message.Length > 1) { throw; } finally { _ = (string)(object)_gate; }
            }

            static void Static(int n) { Debug.Assert(n > 0, $"{n}"); }
            int Walk(int n) => n == 0 ? 0 : n switch { 1 => Walk(n - 1), _ => throw new ArgumentException(nameof(n)) };
            async Task<int> Later() { await Task.Yield(); await using var x = new Disposable(); await foreach (int i in Stream()) { } return 1; }
            async IAsyncEnumerable<int> Stream() { yield return await Later(); }
            [InterruptSafe] public void Safe() { using var d = new Disposable(); using (new Disposable()) { Later().Wait(); } }
            [InterruptUnsafe("reason")] public void Unsafe() => Later().Wait();
            [System.Runtime.InteropServices.DllImport("libc")] static extern int getpid();
            sealed class Disposable : IDisposable, IAsyncDisposable { public void Dispose() { } public ValueTask DisposeAsync() => default; }
        }
        """,
        """
        interface IShape { double Area { get; } void Draw() => Console.WriteLine(Area); static abstract IShape operator +(IShape a, int b); }
        abstract class Shape<T> : IShape where T : Shape<T>, new()
        {
            public abstract double Area { get; }
            public virtual T Grow(int by) { var t = new T(); t.Grow(by - 1); return t; }
            public static IShape operator +(Shape<T> a, int b) => a.Grow(b);
            static IShape IShape.operator +(IShape a, int b) => a;
            public static implicit operator double(Shape<T> shape) => shape.Area;
            public int this[Index i] { get => i.Value; set => Grow(value); }
            protected Shape() { Grow(1); }
        }
        sealed class Circle : Shape<Circle> { readonly Func<double> _area; public Circle() : base() => _area = () => 3; public override double Area => _area(); }
        partial class Square : Shape<Square> { public override double Area { get; } = new Random().Next(); public override Square Grow(int by) => base.Grow(by + (int)(double)this); }
        static class Users
        {
            [InterruptSafe] public static double Sum<T>(this ReadOnlySpan<T> shapes, Func<T, double> of) where T : IShape { double s = 0; foreach (T t in shapes) { s += of(t); t.Draw(); } return s; }
            [InterruptSafe] public static void Use(IShape one, Shape<Circle> other, List<IShape> all) { _ = other + 1; one.Draw(); double d = other; other[^1]++; all.ForEach(s => s.Draw()); foreach (var s in all) { s.Draw(); } Sum<Circle>([], c => c.Area + d); }
        }
        """,
    ];

    /// <summary>What C# is made of, and what effects are.</summary>
    public static readonly string[] Words =
    [
        "[InterruptDriver]", "[MsiVector(0)]", "[InterruptSafe]", "[InterruptUnsafe(\"x\")]", "[InterruptUnsafe(", "[Conditional(\"X\")]", "in Interrupt irq",
        "new", "new()", "new object()", "new int[", "[1, ..x]", "stackalloc", "() =>", "static x =>", "delegate", "delegate*<int>", "$\"{x}\"", "x..", "^1",
        "lock (x)", "await", "async", "yield return", "foreach (var x in y)", "while (true)", "for (;;)", "goto x;", "x:", "throw", "try {", "catch", "finally",
        "using", "using var", "fixed (int* p = x)", "checked", "is", "is not null", "is { } x", "switch {", "case", "default", "with {", "?.", "??=", "!", "&", "ref",
        "out var x", "params", "this", "base", "base.", "this[", "operator +", "implicit operator", "extension(int x) {", "partial", "abstract", "virtual", "override",
        "sealed", "static", "extern", "record", "struct", "class", "interface", "enum", ": IDisposable", "where T : struct", "<T>", "<", ">", "(", ")", "[", "]", "{", "}",
        ";", ",", ".", "=", "=>", "+", "+=", "void F()", "int x", "T", "dynamic", "typeof(", "nameof(", "#if X\n", "#endif\n", "\"", "/*", "\n", "field", "get;", "set;", "init;",
    ];
}
