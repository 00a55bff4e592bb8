using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH1209 to TH1211: which user vector stands for which vector.</summary>
public sealed class UserVectorRuleTests
{
    private const string Taken = "the default thread has user vector";

    [Theory]
    [InlineData("[MsiVector(0, UserVector = 63)]")]
    [InlineData("[MsiVector(0, UserVector = 0)]")]
    [InlineData("[MsiVector(0, UserVector = -1), MsiVector(1, UserVector = -1)]")]
    [InlineData("[MsiVector(0, Count = 64, UserVector = 63)]")]
    [InlineData("[MsiVector(4, Count = 4, UserVector = 3)]")]
    [InlineData("[MsiVector(4, Count = 4, UserVector = 40), MsiVector(8, UserVector = 36), MsiVector(0, UserVector = 41)]")]
    [InlineData("[MsiVector(0, UserVector = 63), MsiVector(1, Thread = \"rx\", UserVector = 63)]")]
    [InlineData("[MsiVector(0, UserVector = 63), MsiVector(1), MsiVector(2, Count = 62)]")]
    public Task User_vectors_that_are_right(string vectors) => AnalyzerTest.Verify(
        DriverSource.WithMembers(vectors + " void OnDone(in Interrupt irq) { }"));

    [Theory]
    [InlineData("[MsiVector(7, UserVector = {|TH1209:64|})]", 0, 64, 7)]
    [InlineData("[MsiVector(7, UserVector = {|TH1209:-2|})]", 0, -2, 7)]
    [InlineData("[MsiVector(7, UserVector = {|TH1209:int.MinValue|}, Count = 2)]", 1, int.MinValue, 7)]
    [InlineData("[MsiVector(7, Count = 63, UserVector = {|TH1209:int.MaxValue|})]", 62, int.MaxValue, 7)]
    [InlineData("[MsiVector(4, UserVector = {|TH1209:2|}, Count = 4)]", 3, -1, 7)]
    [InlineData("[MsiVector(4, Count = 2, UserVector = {|TH1209:0|}, Thread = \"rx\")]", 1, -1, 5)]
    public Task TH1209_out_of_range(string vectors, int least, int userVector, int vector) => AnalyzerTest.Verify(
        DriverSource.WithMembers(vectors + " void OnDone(in Interrupt irq) { }"),
        $"Use a UserVector from {least} to 63: there is no user vector {userVector} for vector {vector}");

    /// <summary>A range of all user vectors can be declared in one way.</summary>
    [Theory]
    [InlineData(62, -1, 63)]
    [InlineData(64, 64, 0)]
    public Task TH1209_all_of_a_thread(int declared, int userVector, int vector) => AnalyzerTest.Verify(
        DriverSource.WithMembers($"[MsiVector(0, Count = 64, UserVector = {{|TH1209:{declared}|}})] void OnDone(in Interrupt irq) {{ }}"),
        $"Use UserVector = 63: there is no user vector {userVector} for vector {vector}");

    [Fact]
    public Task TH1209_a_constant_of_a_base_class() => AnalyzerTest.Verify("""
        using TopHalf;
        public class Numbers { protected const int Urgent = 100; }
        [InterruptDriver] public partial class MyDriver : Numbers { }
        public partial class MyDriver { [MsiVector(0, UserVector = {|TH1209:Urgent|})] void OnDone(in Interrupt irq) { } }
        """);

    [Theory]
    [InlineData("[MsiVector(2, Count = 100, UserVector = {|TH1209:63|})]", "[MsiVector(66, Count = 36, Thread = \"second\")]", -1, 66)]
    [InlineData("[MsiVector(2, Count = 65, UserVector = {|TH1209:9|}, Thread = \"r\\\"x\")]", "[MsiVector(66, Thread = \"r\\\"x2\")]", -1, 12)]
    [InlineData("[MsiVector(0, Count = 2048, UserVector = {|TH1209:64|})]", "[MsiVector(64, Count = 1984, Thread = \"second\")]", 64, 0)]
    public Task TH1209_a_range_that_no_thread_can_have(string vectors, string rest, int userVector, int vector) => AnalyzerTest.Verify(
        DriverSource.WithMembers(vectors + " void OnDone(in Interrupt irq) { }"),
        $"Use a Count of 64 here, and {rest} for the rest: there is no user vector {userVector} for vector {vector}");

    /// <summary>One mistake is one diagnostic, and a vector that is refused has no user vector.</summary>
    [Theory]
    [InlineData("[MsiVector({|TH1201:2048|}, UserVector = 64)]")]
    [InlineData("[MsiVector(0, Count = {|TH1202:0|}, UserVector = 64)]")]
    [InlineData("[MsiVector(0, UserVector = 5), MsiVector({|TH1203:0|}, UserVector = 5)]")]
    public Task Vectors_that_are_wrong_themselves(string vectors) => AnalyzerTest.Verify(
        DriverSource.WithMembers(vectors + " void OnDone(in Interrupt irq) { }"));

    [Theory]
    [InlineData("0, UserVector = 63", "1, UserVector = {|TH1210:63|}", "UserVector = 62, which is free", 63, 0)]
    [InlineData("0, UserVector = 0", "1, UserVector = {|TH1210:0|}", "UserVector = 1, which is free", 0, 0)]
    [InlineData("4, Count = 4, UserVector = 40", "0, UserVector = {|TH1210:38|}", "UserVector = 36, which is free", 38, 6)]
    [InlineData("0, UserVector = 38", "4, Count = 4, UserVector = {|TH1210:40|}", "UserVector = 37, which is free", 38, 0)]
    [InlineData("4, Count = 4, UserVector = 40", "0, Count = 4, UserVector = {|TH1210:42|}", "UserVector = 36, which is free", 40, 4)]
    [InlineData("4, Count = 4, UserVector = 5", "0, Count = 4, UserVector = {|TH1210:4|}", "UserVector = 9, which is free", 4, 5)]
    [InlineData("100, Count = 32, UserVector = 47", "0, Count = 32, UserVector = {|TH1210:31|}", "another thread, or ranges of fewer vectors", 31, 116)]
    public Task TH1210_two_vectors(string first, string second, string use, int userVector, int vector) => AnalyzerTest.Verify(
        DriverSource.WithMembers($$"""
            [MsiVector({{first}})] void OnFirst(in Interrupt irq) { }
            [MsiVector({{second}})] void OnSecond(in Interrupt irq) { }
            """),
        $"Use {use}: {Taken} {userVector} for vector {vector} of 'OnFirst' already");

    /// <summary>Each is offered one of its own, and none that a later one declares.</summary>
    [Fact]
    public Task TH1210_several_of_one_thread() => AnalyzerTest.Verify(
        DriverSource.WithMembers("""
            [MsiVector(0, UserVector = 50), MsiVector(1, UserVector = {|TH1210:50|}), MsiVector(2, Thread = "rx", UserVector = 50)]
            void OnA(in Interrupt irq) { }
            [MsiVector(3, UserVector = {|TH1210:50|}), MsiVector(4, UserVector = 49), MsiVector(5, Thread = "rx", UserVector = {|TH1210:50|})]
            void OnB(in Interrupt irq) { }
            """),
        $"Use UserVector = 48, which is free: {Taken} 50 for vector 0 of 'OnA' already",
        $"Use UserVector = 47, which is free: {Taken} 50 for vector 0 of 'OnA' already",
        "Use UserVector = 49, which is free: the thread 'rx' has user vector 50 for vector 2 of 'OnA' already");

    /// <summary>It is one vector however many handlers share it, and one mistake.</summary>
    [Theory]
    [InlineData(63, "62")]
    [InlineData(62, "{|TH1210:62|}")]
    public Task TH1210_a_vector_that_handlers_share(int other, string shared) => AnalyzerTest.Verify($$"""
        using TopHalf;
        [InterruptDriver]
        [IrqPending(RegisterType.Mmio32, 0, 0, 0xF), IrqAck(RegisterType.Mmio32, 0, 0, 0xF, Clear = IrqClear.Echo)]
        public partial class MyDriver
        {
            [MsiVector(9, UserVector = {{other}})] void OnOther(in Interrupt irq) { }
            [MsiVector(0, UserVector = {{shared}}), StatusBits(3)] void OnA(in Interrupt irq) { }
            [MsiVector(0, UserVector = 62), StatusBits(12)] void OnB(in Interrupt irq) { }
        }
        """);

    [Fact]
    public Task TH1211_too_many_vectors() => AnalyzerTest.Verify(
        DriverSource.WithMembers("""
            [MsiVector(70, Count = 40)] [MsiVector(200, Thread = "rx", UserVector = 63)] void OnA(in Interrupt irq) { }
            [MsiVector(0, Count = 60)] [MsiVector(60, UserVector = {|TH1211:63|}), MsiVector(61, UserVector = 62)] void OnB(in Interrupt irq) { }
            """),
        new ProjectOptions { AllowUnsafe = true },
        "Give the vectors from 72 on another thread, as by [MsiVector(72, Count = 38, Thread = \"second\")], or remove UserVector: the default thread has 102 vectors, which cannot arrive by 64 user vectors");

    [Fact]
    public Task TH1211_of_a_named_thread() => AnalyzerTest.Verify(
        DriverSource.WithMembers("""[MsiVector(0, Count = 64, Thread = "rx"), MsiVector(64, Thread = "rx", UserVector = {|TH1211:0|})] void OnA(in Interrupt irq) { }"""),
        new ProjectOptions { AllowUnsafe = true },
        "Give the vectors from 64 on another thread, as by [MsiVector(64, Thread = \"rx2\")], or remove UserVector: the thread 'rx' has 65 vectors, which cannot arrive by 64 user vectors");

    /// <summary>Without a UserVector nobody asks for them; handlers that share vectors do not have them twice.</summary>
    [Theory]
    [InlineData("[MsiVector(0, Count = 65)] void OnA(in Interrupt irq) { }")]
    [InlineData("[MsiVector(0, Count = 65)] void OnA(in Interrupt irq) { } [MsiVector(65, Thread = \"rx\", UserVector = 0)] void OnB(in Interrupt irq) { }")]
    [InlineData("[MsiVector(0, Count = 63, UserVector = 63), MsiVector(63), MsiVector(64, Count = 64, Thread = \"rx\", UserVector = 63)] void OnA(in Interrupt irq) { }")]
    [InlineData("""
        [MsiVector(0, Count = 40, UserVector = 63), StatusBits(1), IrqPending(RegisterType.Mmio32, 0, 0, 3), IrqAck(RegisterType.Mmio32, 0, 0, 1)] void OnA(in Interrupt irq) { }
        [MsiVector(0, Count = 40, UserVector = 63), StatusBits(2), IrqAck(RegisterType.Mmio32, 0, 0, 2)] void OnB(in Interrupt irq) { }
        """)]
    public Task Vectors_that_threads_can_have(string handlers) => AnalyzerTest.Verify(
        DriverSource.WithMembers(handlers), new ProjectOptions { AllowUnsafe = true });
}
