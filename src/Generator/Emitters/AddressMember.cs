using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>The method that gives the values of the driver's members that addresses take.</summary>
internal static class AddressMember
{
    public static void Write(IndentedWriter writer, DriverModel driver)
    {
        if (driver.Members.Count == 0)
        {
            return;
        }

        writer.Line();
        writer.Line("protected override long Member(string name) => name switch");
        using (writer.Indent("{", "};"))
        {
            foreach (MemberModel member in driver.Members)
            {
                string target = member.IsStatic ? Identifiers.GlobalName(driver) : "_driver";
                writer.Line($"{Literals.Text(member.Name)} => {target}.{Identifiers.Escape(member.Name)},");
            }

            writer.Line("_ => base.Member(name),");
        }
    }
}
