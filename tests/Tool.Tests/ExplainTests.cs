using TopHalf.Samples.Edu;

namespace TopHalf.Tool.Tests;

public sealed class ExplainTests
{
    private static readonly string Edu = typeof(EduDriver).Assembly.Location;
    private static readonly string Guest = typeof(VirtualMachine.Guest.GuestCases).Assembly.Location;

    [Fact]
    public void A_driver_is_a_table()
    {
        Assert.StartsWith(
            """
            TopHalf.Samples.Edu.EduDriver, for 1234:11e8
            vectors     thread   step         register              what happens
            0           default  Pending      BAR 0 + 0x24, Mmio32  status = read; goes on if status & 0xFFFFFFFF
                                 Acknowledge  BAR 0 + 0x64, Mmio32  write status & 0xFFFFFFFF
                                 Handle                             OnFactorialDone(in irq)
            at the end           Release      BAR 0 + 0x20, Mmio32  write 0x00000000

            """,
            Explain(Edu),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_driver_of_an_assembly_has_its_table()
    {
        string text = Explain(Guest);
        Assert.Contains(
            """
            TopHalf.VirtualMachine.Guest.EveryVector, for any device
            vectors  thread   step    register  what happens
            0        default  Handle            OnAdmin(in irq)
            1-64     io       Handle            OnQueue(in irq)

            """,
            text,
            StringComparison.Ordinal);
        Assert.Contains("TopHalf.VirtualMachine.Guest.RaisedEdu, for 1234:11e8\n", text, StringComparison.Ordinal);
        Assert.Contains("TopHalf.VirtualMachine.Guest.OtherCard, for 8086:10d3\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_driver_is_a_Mermaid_flowchart()
    {
        Assert.StartsWith(
            """
            flowchart LR
                subgraph d0["TopHalf.Samples.Edu.EduDriver, for 1234:11e8"]
                d0h0v0(["vector 0"]) --> d0h0s0
                d0h0s0{"BAR 0 + 0x24, Mmio32<br/>status = read; goes on if status #amp; 0xFFFFFFFF"}
                d0h0s0 -- no --> d0h0s0n(spurious)
                d0h0s0 --> d0h0s1
                d0h0s1["Acknowledge<br/>BAR 0 + 0x64, Mmio32<br/>write status #amp; 0xFFFFFFFF"]
                d0h0s1 --> d0h0s2
                d0h0s2[["OnFactorialDone(in irq)"]]
                d0r(["at the end"]) --> d0r0
                d0r0["Release<br/>BAR 0 + 0x20, Mmio32<br/>write 0x00000000"]
                end

            """,
            Explain(Edu, "--mermaid"),
            StringComparison.Ordinal);
        Assert.Contains("h1v0([\"vectors 1-64<br/>thread io\"])", Explain(Guest, "--mermaid"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_done_at_the_start_alone_is_told()
    {
        var enable = new Step(StepRole.Enable, StepOperation.Write, RegisterType.Mmio32, 0, 0x24, 1, 1);
        var manifest = new DriverManifest(
            "MyDriver", 0, 0, [new HandlerManifest("OnDone", [new VectorRange(0)], [Step.Handle("OnDone")], [enable])], []);
        Assert.Equal(
            """
            flowchart LR
                subgraph d0["MyDriver, for any device"]
                d0h0v0(["vector 0"]) --> d0h0s0
                d0h0s0[["OnDone(in irq)"]]
                d0h0b(["at the start"]) --> d0h0b0
                d0h0b0["Enable<br/>BAR 0 + 0x24, Mmio32<br/>write 0x00000001"]
                end

            """,
            MermaidChart.Of([manifest]));
        using var writer = new StringWriter();
        ManifestSheet.Show(manifest, Screen.OfTerminal(writer, 150));
        Assert.Matches("at the start .* Enable .* BAR 0 \\+ 0x24, Mmio32 .* write 0x00000001", writer.ToString());
    }

    [Fact]
    public void User_vectors_are_told_where_they_are_declared()
    {
        var manifest = new DriverManifest(
            "MyDriver",
            0,
            0,
            [
                new HandlerManifest("OnDone", [new VectorRange(0, UserVector: 63), new VectorRange(1)], [Step.Handle("OnDone")]),
                new HandlerManifest("OnQueue", [new VectorRange(4, 4, "rx", 40), new VectorRange(8, 1, "rx", 0)], [Step.Handle("OnQueue")]),
            ],
            []);
        using var writer = new StringWriter();
        ManifestSheet.Show(manifest, Screen.Plain(writer));
        Assert.Equal(
            """
            MyDriver, for any device
            vectors  thread                   step    register  what happens
            0        default, user vector 63  Handle            OnDone(in irq)
            1        default
            4-7      rx, user vectors 40-37   Handle            OnQueue(in irq)
            8        rx, user vector 0

            """,
            writer.ToString());
        string chart = MermaidChart.Of([manifest]);
        Assert.Contains("h0v0([\"vector 0<br/>user vector 63\"])", chart, StringComparison.Ordinal);
        Assert.Contains("h0v1([\"vector 1\"])", chart, StringComparison.Ordinal);
        Assert.Contains("h1v0([\"vectors 4-7<br/>thread rx<br/>user vectors 40-37\"])", chart, StringComparison.Ordinal);
        Assert.Contains("h1v1([\"vector 8<br/>thread rx<br/>user vector 0\"])", chart, StringComparison.Ordinal);
    }

    [Fact]
    public void A_terminal_gets_frames()
    {
        using var writer = new StringWriter();
        using var machine = new FakeMachine();
        Assert.Equal(0, machine.Run(Screen.OfTerminal(writer, 150), "explain", Edu));
        Assert.Contains("│ OnFactorialDone(in irq) ", writer.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StepOperation.TestAny, "status = read; goes on if status & 0x00F0")]
    [InlineData(StepOperation.TestEqual, "status = read; goes on if (status & 0x00F0) == 0x0010")]
    [InlineData(StepOperation.Write, "write 0x0010")]
    [InlineData(StepOperation.Echo, "write status & 0x00F0")]
    [InlineData(StepOperation.Modify, "write (read & ~0x00F0) | 0x0010")]
    public void Every_operation_has_its_words(StepOperation operation, string words)
    {
        var step = new Step(StepRole.Disable, operation, RegisterType.Port16, Bar: 2, Offset: 0x104, Mask: 0xF0, Value: 0x10);
        Assert.Equal((words, "BAR 2 + 0x104, Port16"), (StepText.Action(step, ""), StepText.Register(step)));
    }

    private static string Explain(params string[] arguments)
    {
        using var machine = new FakeMachine();
        int code = machine.Run(["explain", .. arguments]);
        Assert.Equal(("", 0), (machine.Errors.ToString(), code));
        return machine.Output.ToString();
    }
}
