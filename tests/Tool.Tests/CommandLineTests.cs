namespace TopHalf.Tool.Tests;

/// <summary>What cannot be used is a sentence and exit code 2, before the machine is asked for anything.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("Required command was not provided.")]
    [InlineData("'nix' is no command or option here.", "nix")]
    [InlineData("'--nix' is no command or option here.", "latency", "--nix")]
    [InlineData("'x' is no address of a PCI device.", "devices", "x")]
    [InlineData("'x' is no address of a PCI device.", "latency", "--device", "x")]
    [InlineData("--interval: '3' is no time from 10us to 60s.", "latency", "--interval", "3")]
    [InlineData("--interval: 'soon' is no time from 10us to 60s.", "latency", "--interval", "soon")]
    [InlineData("--interval: '61s' is no time from 10us to 60s.", "latency", "-i", "61s")]
    [InlineData("--count: '-1' is no number from 0.", "latency", "--count", "-1")]
    [InlineData("--cpu: 'two' is no number from 0.", "latency", "--cpu", "two")]
    [InlineData("--priority: '100' is no number from 1 to 99.", "latency", "--priority", "100")]
    [InlineData("--priority: '0' is no number from 1 to 99.", "latency", "--priority", "0")]
    [InlineData("Argument 'now' not recognized.", "latency", "--wait", "now")]
    [InlineData("Argument 'none' not recognized.", "latency", "--top-half", "none")]
    [InlineData("--raise needs --device.", "latency", "--raise", "bar0+0x60=1")]
    [InlineData("--ack needs --raise.", "latency", "--device", "00:05.0", "--ack", "bar0+0x64=1")]
    [InlineData("--process and --device exclude each other.", "latency", "--device", "00:05.0", "--process")]
    [InlineData("'bar6+0=1' is no register write.", "latency", "--device", "00:05.0", "--raise", "bar6+0=1")]
    [InlineData("--svg: '/no/such/folder/a.svg' cannot be written.", "latency", "--svg", "/no/such/folder/a.svg")]
    [InlineData("no-such.dll: there is no such file.", "explain", "no-such.dll")]
    public void Bad_input_is_told(string sentence, params string[] arguments)
    {
        using var machine = new FakeMachine();
        Assert.Equal(2, machine.Run(arguments));
        Assert.StartsWith(sentence, machine.Errors.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", machine.Errors.ToString(), StringComparison.Ordinal);
        Assert.Equal("", machine.Output.ToString());
        Assert.Empty(machine.Writes);
    }

    [Fact]
    public void Help_names_every_command_but_the_one_that_is_not_for_users()
    {
        using var machine = new FakeMachine();
        Assert.Equal(0, machine.Run("--help"));
        string help = machine.Output.ToString();
        Assert.All(["devices", "bind", "unbind", "latency", "explain"], command => Assert.Contains($"\n  {command} ", help, StringComparison.Ordinal));
        Assert.DoesNotContain(RaiseCommand.Name, help, StringComparison.Ordinal);
    }
}
