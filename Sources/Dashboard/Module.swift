/// The module's name, until its first type arrives.
package let moduleName = "Dashboard"
