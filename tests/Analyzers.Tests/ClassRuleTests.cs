using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH1001 to TH1008: the driver class.</summary>
public sealed class ClassRuleTests
{
    private const string Handler = "[MsiVector(0)] private void OnDone(in Interrupt irq) { }";

    [Fact]
    public Task A_correct_driver_has_no_fault() => AnalyzerTest.Verify($$"""
        using TopHalf;
        namespace Some.Space
        {
            public partial struct Outer<T>
            {
                [InterruptDriver(VendorId = 1, DeviceId = 2)]
                internal sealed partial class MyDriver { {{Handler}} }
            }
        }
        """);

    [Fact]
    public Task TH1001_class_is_not_partial() => AnalyzerTest.Verify(
        $$"""
        using TopHalf;
        [InterruptDriver] public class {|TH1001:MyDriver|} { {{Handler}} }
        """,
        "Write 'partial class MyDriver': the members of an interrupt driver are generated into its class");

    [Fact]
    public Task TH1002_type_around_is_not_partial() => AnalyzerTest.Verify(
        $$"""
        using TopHalf;
        public partial class A { public class {|TH1002:B|} { public partial class C {
            [InterruptDriver] public partial class MyDriver { {{Handler}} }
        } } }
        """,
        "Make 'B' partial: the driver class 'MyDriver' inside it has members generated");

    [Fact]
    public Task TH1003_class_is_static() => AnalyzerTest.Verify(
        """
        using TopHalf;
        [InterruptDriver] public {|TH1003:static|} partial class MyDriver
        {
            [MsiVector(0)] private static void OnDone(in Interrupt irq) { }
            static InterruptBinding Use(PciDevice device) => EnableInterrupts(device);
        }
        """,
        "Remove 'static' from 'MyDriver': interrupts are enabled for an object of the driver class");

    [Fact]
    public Task TH1004_class_is_generic() => AnalyzerTest.Verify(
        $$"""
        using TopHalf;
        [InterruptDriver] public partial class MyDriver{|TH1004:<T, U>|} { {{Handler}} }
        class User { void Use(MyDriver<int, int> driver, PciDevice device) => driver.EnableInterrupts(device).Dispose(); }
        """,
        "Remove the type parameters of 'MyDriver': a driver is declared once for one kind of device");

    [Fact]
    public Task TH1005_class_is_a_record() => AnalyzerTest.Verify(
        $$"""
        using TopHalf;
        [InterruptDriver] public partial {|TH1005:record|} MyDriver { {{Handler}} }
        """,
        "Write 'class' instead of 'record' for 'MyDriver': a driver is one object with one device, not a value to copy");

    [Fact]
    public Task TH1005_record_class_too() => AnalyzerTest.Verify($$"""
        using TopHalf;
        [InterruptDriver] public partial {|TH1005:record|} class MyDriver(int X) { {{Handler}} }
        """);

    [Fact]
    public Task TH1006_class_is_local_to_its_file() => AnalyzerTest.Verify(
        $$"""
        using TopHalf;
        [InterruptDriver] {|TH1006:file|} partial class MyDriver { {{Handler}} }
        """,
        "Remove 'file' from 'MyDriver': generated members are in another file");

    [Fact]
    public Task TH1006_type_around_is_local_to_its_file() => AnalyzerTest.Verify($$"""
        using TopHalf;
        {|TH1006:file|} partial class Outer { [InterruptDriver] public partial class MyDriver { {{Handler}} } }
        """);

    [Fact]
    public Task TH1007_no_handler() => AnalyzerTest.Verify(
        """
        using TopHalf;
        [InterruptDriver] public partial class {|TH1007:MyDriver|} { void OnDone(in Interrupt irq) { } }
        """,
        "Give 'MyDriver' a handler: [MsiVector(0)] on a method 'void M(in Interrupt irq)'");

    [Fact]
    public Task TH1013_class_extends_a_driver() => AnalyzerTest.Verify(
        $$"""
        using TopHalf;
        [InterruptDriver] public partial class First { {{Handler}} }
        public class Between : First { }
        [InterruptDriver] public partial class {|TH1013:Second|} : Between { {{Handler}} }
        """,
        "Derive 'Second' from a class without [InterruptDriver]: the handlers of 'First' would not be called for an object of this class");

    [Fact]
    public Task A_class_that_extends_a_driver_is_no_driver_itself() => AnalyzerTest.Verify($$"""
        using TopHalf;
        [InterruptDriver] public partial class First { {{Handler}} }
        public class Second : First { public InterruptBinding Use(PciDevice device) => EnableInterrupts(device); }
        """);

    [Fact]
    public Task A_class_without_the_attribute_is_left_alone() => AnalyzerTest.Verify("""
        public static class NoDriver<T> { public static int Manifest; }
        """);

    [Fact]
    public Task A_driver_of_several_parts_is_one() => AnalyzerTest.Verify("""
        using TopHalf;
        [InterruptDriver] public partial class MyDriver { [MsiVector(0)] private partial void OnDone(in Interrupt irq); }
        [IrqEnable(RegisterType.Mmio8, 0, 0, 1)] partial class MyDriver { private partial void OnDone(in Interrupt irq) { } }
        """);

    [Fact]
    public Task Faults_of_two_drivers_are_told_apart() => AnalyzerTest.Verify($$"""
        using TopHalf;
        [InterruptDriver] public class {|TH1001:First|} { {{Handler}} }
        [InterruptDriver] public partial class Second { {{Handler}} }
        [InterruptDriver] public class {|TH1001:Third|} { {{Handler}} }
        """);

    [Fact]
    public Task The_attribute_twice_is_CSharps_to_reject() => AnalyzerTest.Verify($$"""
        using TopHalf;
        [InterruptDriver] public partial class MyDriver { {{Handler}} }
        [{|CS0579:InterruptDriver|}] partial class MyDriver { }
        """);

    [Fact]
    public Task A_struct_is_CSharps_to_reject() => AnalyzerTest.Verify("""
        using TopHalf;
        [{|CS0592:InterruptDriver|}] public partial struct MyDriver { }
        """);
}
