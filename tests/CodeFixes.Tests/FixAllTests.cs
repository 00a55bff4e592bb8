using Microsoft.CodeAnalysis.CodeFixes;

namespace TopHalf.CodeFixes.Tests;

/// <summary>Every fix for all of a document, a project and a solution.</summary>
public sealed class FixAllTests
{
    public static TheoryData<string, string, string> Fixes => new()
    {
        {
            nameof(MakePartialFix),
            "[TopHalf.InterruptDriver] class {0} {{ [TopHalf.MsiVector(0)] void On(in TopHalf.Interrupt irq) {{ }} }}",
            "[TopHalf.InterruptDriver] partial class {0} {{ [TopHalf.MsiVector(0)] void On(in TopHalf.Interrupt irq) {{ }} }}"
        },
        {
            nameof(SignatureFix),
            "[TopHalf.InterruptDriver] partial class {0} {{ [TopHalf.MsiVector(0)] int On() => 1; }}",
            "[TopHalf.InterruptDriver] partial class {0} {{ [TopHalf.MsiVector(0)] void On(in TopHalf.Interrupt irq) {{ }} }}"
        },
        {
            nameof(AlignOffsetFix),
            "[TopHalf.InterruptDriver] partial class {0} {{ [TopHalf.MsiVector(0), TopHalf.IrqAck(TopHalf.RegisterType.Mmio32, 0, 5, 1), TopHalf.IrqEnable(TopHalf.RegisterType.Mmio16, 0, 9, 1)] void On(in TopHalf.Interrupt irq) {{ }} }}",
            "[TopHalf.InterruptDriver] partial class {0} {{ [TopHalf.MsiVector(0), TopHalf.IrqAck(TopHalf.RegisterType.Mmio32, 0, 4, 1), TopHalf.IrqEnable(TopHalf.RegisterType.Mmio16, 0, 8, 1)] void On(in TopHalf.Interrupt irq) {{ }} }}"
        },
        {
            nameof(NextUserVectorFix),
            "[TopHalf.InterruptDriver] partial class {0} {{ [TopHalf.MsiVector(0, UserVector = 9), TopHalf.MsiVector(1, UserVector = 9), TopHalf.MsiVector(2, UserVector = 9)] void On(in TopHalf.Interrupt irq) {{ }} }}",
            "[TopHalf.InterruptDriver] partial class {0} {{ [TopHalf.MsiVector(0, UserVector = 9), TopHalf.MsiVector(1, UserVector = 8), TopHalf.MsiVector(2, UserVector = 7)] void On(in TopHalf.Interrupt irq) {{ }} }}"
        },
        {
            nameof(KeepBindingFix),
            "class {0} {{ static TopHalf.InterruptBinding Open() => null; static void A() {{ Open(); }} static void B() {{ Open(); }} }}",
            "class {0} {{ static TopHalf.InterruptBinding Open() => null; static void A() {{ using var interrupts = Open(); }} static void B() {{ using var interrupts = Open(); }} }}"
        },
        {
            nameof(AddPendingFix),
            "[TopHalf.InterruptDriver] [TopHalf.IrqAck(TopHalf.RegisterType.Mmio32, 0, 4, 1, Clear = TopHalf.IrqClear.Echo)] partial class {0} {{ [TopHalf.MsiVector(0)] void OnA(in TopHalf.Interrupt irq) {{ }} [TopHalf.MsiVector(1)] void OnB(in TopHalf.Interrupt irq) {{ }} }}",
            "[TopHalf.InterruptDriver] [TopHalf.IrqAck(TopHalf.RegisterType.Mmio32, 0, 4, 1, Clear = TopHalf.IrqClear.Echo)] partial class {0} {{ [TopHalf.MsiVector(0)] [TopHalf.IrqPending(TopHalf.RegisterType.Mmio32, 0, 4, 1)] void OnA(in TopHalf.Interrupt irq) {{ }} [TopHalf.MsiVector(1)] [TopHalf.IrqPending(TopHalf.RegisterType.Mmio32, 0, 4, 1)] void OnB(in TopHalf.Interrupt irq) {{ }} }}"
        },
        {
            nameof(SpanParamsFix),
            "[TopHalf.InterruptDriver] partial class {0} {{ int _n; [TopHalf.MsiVector(0)] void On(in TopHalf.Interrupt irq) {{ A(1); B(2); A(3, 4); }} void A(params int[] v) => _n += v.Length; void B(params int[] v) => _n -= v.Length; }}",
            "[TopHalf.InterruptDriver] partial class {0} {{ int _n; [TopHalf.MsiVector(0)] void On(in TopHalf.Interrupt irq) {{ A(1); B(2); A(3, 4); }} void A(params System.ReadOnlySpan<int> v) => _n += v.Length; void B(params System.ReadOnlySpan<int> v) => _n -= v.Length; }}"
        },
        {
            nameof(MarkDriverFix),
            "class Outer{0}\n{{\n    [System.Obsolete]\n    class {0} {{ [TopHalf.MsiVector(0)] void On(in TopHalf.Interrupt irq) {{ }} }}\n}}",
            "partial class Outer{0}\n{{\n    [TopHalf.InterruptDriver]\n    [System.Obsolete]\n    partial class {0} {{ [TopHalf.MsiVector(0)] void On(in TopHalf.Interrupt irq) {{ }} }}\n}}"
        },
        {
            nameof(ConcreteCollectionFix),
            "[TopHalf.InterruptDriver] partial class {0} {{ int _n; System.Collections.Generic.IEnumerable<int> _a = new int[4]; System.Collections.Generic.IList<int> _b = new System.Collections.Generic.List<int>(); [TopHalf.MsiVector(0)] void On(in TopHalf.Interrupt irq) {{ foreach (int a in _a) foreach (int b in _b) _n += a + b; foreach (int a in _a) _n -= a; }} }}",
            "[TopHalf.InterruptDriver] partial class {0} {{ int _n; int[] _a = new int[4]; System.Collections.Generic.List<int> _b = new System.Collections.Generic.List<int>(); [TopHalf.MsiVector(0)] void On(in TopHalf.Interrupt irq) {{ foreach (int a in _a) foreach (int b in _b) _n += a + b; foreach (int a in _a) _n -= a; }} }}"
        },
        {
            nameof(ConstrainedGenericFix),
            "interface I{0} {{ void A(); }} struct S{0} : I{0} {{ public void A() {{ }} }} [TopHalf.InterruptDriver] partial class {0} {{ S{0} _s; [TopHalf.MsiVector(0)] void On(in TopHalf.Interrupt irq) {{ Use(_s, _s); Use(_s, _s); }} void Use(I{0} a, I{0} b) {{ a.A(); b.A(); }} }}",
            "interface I{0} {{ void A(); }} struct S{0} : I{0} {{ public void A() {{ }} }} [TopHalf.InterruptDriver] partial class {0} {{ S{0} _s; [TopHalf.MsiVector(0)] void On(in TopHalf.Interrupt irq) {{ Use(_s, _s); Use(_s, _s); }} void Use<TA, TB>(TA a, TB b) where TA : I{0} where TB : I{0} {{ a.A(); b.A(); }} }}"
        },
        {
            nameof(LocalFunctionFix),
            "[TopHalf.InterruptDriver]\npartial class {0}\n{{\n    int _n;\n    [TopHalf.MsiVector(0)]\n    void On(in TopHalf.Interrupt irq)\n    {{\n        int n = 0;\n        System.Action a = () =>\n        {{\n            System.Action b = () => n++;\n            b.Invoke();\n        }};\n        a.Invoke();\n        _n = n;\n    }}\n}}",
            "[TopHalf.InterruptDriver]\npartial class {0}\n{{\n    int _n;\n    [TopHalf.MsiVector(0)]\n    void On(in TopHalf.Interrupt irq)\n    {{\n        int n = 0;\n        void a()\n        {{\n            void b() => n++;\n            b();\n        }}\n        a();\n        _n = n;\n    }}\n}}"
        },
        {
            nameof(RingFix),
            "[TopHalf.InterruptDriver]\npartial class {0}\n{{\n    readonly System.Collections.Generic.Queue<int> _a = new();\n    readonly System.Collections.Generic.List<int> _b = new();\n\n    [TopHalf.MsiVector(0)]\n    void On(in TopHalf.Interrupt irq)\n    {{\n        _a.Enqueue(_b.Count);\n        _b.Add(_a.Count);\n    }}\n}}",
            "[TopHalf.InterruptDriver]\npartial class {0}\n{{\n    readonly TopHalf.SpscRing<int> _a = new(256);\n    private long _lostA;\n\n    internal long LostA => System.Threading.Volatile.Read(ref _lostA);\n    readonly TopHalf.SpscRing<int> _b = new(256);\n    private long _lostB;\n\n    internal long LostB => System.Threading.Volatile.Read(ref _lostB);\n\n    [TopHalf.MsiVector(0)]\n    void On(in TopHalf.Interrupt irq)\n    {{\n        if (!_a.TryEnqueue(_b.Count))\n        {{\n            System.Threading.Volatile.Write(ref _lostA, _lostA + 1);\n        }}\n        if (!_b.TryEnqueue(_a.Count))\n        {{\n            System.Threading.Volatile.Write(ref _lostB, _lostB + 1);\n        }}\n    }}\n}}"
        },
        {
            nameof(PromiseSafeFix),
            "public interface I{0}\n{{\n    void Accept();\n}}\n[TopHalf.InterruptDriver] public partial class {0}(I{0} sink) {{ [TopHalf.MsiVector(0)] void OnA(in TopHalf.Interrupt irq) => sink.Accept(); [TopHalf.MsiVector(1)] void OnB(in TopHalf.Interrupt irq) => sink.Accept(); }}",
            "public interface I{0}\n{{\n    [TopHalf.InterruptSafe]\n    void Accept();\n}}\n[TopHalf.InterruptDriver] public partial class {0}(I{0} sink) {{ [TopHalf.MsiVector(0)] void OnA(in TopHalf.Interrupt irq) => sink.Accept(); [TopHalf.MsiVector(1)] void OnB(in TopHalf.Interrupt irq) => sink.Accept(); }}"
        },
        {
            nameof(WriteTextFix),
            "[TopHalf.InterruptDriver]\npartial class {0}\n{{\n    void Log(string s) {{ }}\n    void Log(System.ReadOnlySpan<char> s) {{ }}\n    [TopHalf.MsiVector(0)]\n    void On(in TopHalf.Interrupt irq)\n    {{\n        Log($\"{{irq.Status}}\");\n        Log($\"-{{irq.Status:X}}\");\n    }}\n}}",
            "[TopHalf.InterruptDriver]\npartial class {0}\n{{\n    void Log(string s) {{ }}\n    void Log(System.ReadOnlySpan<char> s) {{ }}\n    [TopHalf.MsiVector(0)]\n    void On(in TopHalf.Interrupt irq)\n    {{\n        System.Span<char> text = stackalloc char[20];\n        System.MemoryExtensions.TryWrite(text, $\"{{irq.Status}}\", out int written);\n        Log(text[..written]);\n        System.Span<char> text2 = stackalloc char[17];\n        System.MemoryExtensions.TryWrite(text2, $\"-{{irq.Status:X}}\", out int written2);\n        Log(text2[..written2]);\n    }}\n}}"
        },
    };

    [Theory]
    [MemberData(nameof(Fixes))]
    public Task A_document(string fix, string before, string after) => CodeFixTest.VerifyAll(
        Create(fix),
        FixAllScope.Document,
        [[Twice(before, "A"), Twice(before, "B")], [Twice(before, "C")]],
        [[Twice(after, "A"), Twice(before, "B")], [Twice(before, "C")]],
        isMended: false);

    [Theory]
    [MemberData(nameof(Fixes))]
    public Task A_project(string fix, string before, string after) => CodeFixTest.VerifyAll(
        Create(fix),
        FixAllScope.Project,
        [[Twice(before, "A"), Twice(before, "B")], [Twice(before, "C")]],
        [[Twice(after, "A"), Twice(after, "B")], [Twice(before, "C")]],
        isMended: false);

    [Theory]
    [MemberData(nameof(Fixes))]
    public Task A_solution(string fix, string before, string after) => CodeFixTest.VerifyAll(
        Create(fix),
        FixAllScope.Solution,
        [[Twice(before, "A")], [Twice(before, "B"), Twice(before, "C")]],
        [[Twice(after, "A")], [Twice(after, "B"), Twice(after, "C")]]);

    [Fact]
    public Task Handlers_of_several_classes_move_into_the_driver() => CodeFixTest.VerifyAll(
        new MoveHandlersFix(),
        FixAllScope.Solution,
        [["""
            using TopHalf;
            class A
            {
                [MsiVector(1)]
                static void OnA(in Interrupt irq) { }

                class B
                {
                    [MsiVector(2)]
                    static void OnB(in Interrupt irq) { }
                }
            }

            [InterruptDriver]
            partial class Card
            {
                [MsiVector(0)]
                void OnDone(in Interrupt irq) { }
            }
            """]],
        [["""
            using TopHalf;
            class A
            {

                class B
                {
                }
            }

            [InterruptDriver]
            partial class Card
            {
                [MsiVector(0)]
                void OnDone(in Interrupt irq) { }
                [MsiVector(1)]
                static void OnA(in Interrupt irq) { }
                [MsiVector(2)]
                static void OnB(in Interrupt irq) { }
            }
            """]]);

    [Fact]
    public void Every_fix_is_tried()
        => Assert.Equal(
            AllFixes.Instances.Select(static f => f.GetType().Name).Except([nameof(MoveHandlersFix)]).Order(StringComparer.Ordinal),
            Fixes.Select(static row => row.Data.Item1).Order(StringComparer.Ordinal));

    private static DriverCodeFix Create(string name) => AllFixes.Instances.Single(f => f.GetType().Name == name);

    internal static string Twice(string driver, string name)
        => string.Format(System.Globalization.CultureInfo.InvariantCulture, driver + "\n" + driver.Replace("{0}", "{1}", StringComparison.Ordinal) + "\n", name + "1", name + "2");
}
