using System.Text;

namespace TopHalf.VirtualMachine.Tests;

public sealed class CpioWriterTests
{
    [Fact]
    public void A_file_is_a_header_a_padded_name_and_padded_contents()
    {
        string archive = Write(writer => writer.AddFile("init", "hello"u8));

        // 110 bytes of header and "init\0" make 115, so one byte of padding; five bytes of contents need three.
        string expected =
            "070701" + "00000001" + "000081ED" + "00000000" + "00000000" + "00000001" + "00000000" + "00000005"
            + "00000000" + "00000000" + "00000000" + "00000000" + "00000005" + "00000000"
            + "init\0" + "\0" + "hello" + "\0\0\0";
        Assert.Equal(expected, archive[..expected.Length]);
    }

    [Fact]
    public void Folders_come_before_what_is_in_them_and_once()
    {
        string archive = Write(writer =>
        {
            writer.AddFile("/a/b/one", []);
            writer.AddFile("a/b/two", []);
            writer.AddLink("a/three", "b/one");
        });

        Assert.Equal(["a", "a/b", "a/b/one", "a/b/two", "a/three", "TRAILER!!!"], Names(archive));
    }

    [Fact]
    public void A_link_holds_its_target()
    {
        string archive = Write(writer => writer.AddLink("l", "target"));

        Assert.StartsWith("070701" + "00000001" + "0000A1ED", archive);
        Assert.Contains("target", archive);
    }

    private static string Write(Action<CpioWriter> add)
    {
        using MemoryStream stream = new();
        using (CpioWriter writer = new(stream))
        {
            add(writer);
        }

        Assert.Equal(0, stream.Length % 4);
        return Encoding.Latin1.GetString(stream.ToArray());
    }

    // Every header starts with the magic, and none of these contents holds it.
    private static string[] Names(string archive) =>
        archive.Split("070701", StringSplitOptions.RemoveEmptyEntries).Select(entry => entry[104..].Split('\0')[0]).ToArray();
}
